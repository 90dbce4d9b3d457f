package io.fluxhero.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** What happens to records inside one transaction. */
@ApplicationScoped
public class OneTransaction {

    private static final Logger LOG = Logger.getLogger(OneTransaction.class);

    private final Inbox inbox;
    private final Outbox outbox;
    private final KnownOffsets known;

    public OneTransaction(Inbox inbox, Outbox outbox, KnownOffsets known) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.known = known;
    }

    /** What became of the records. */
    public record Tally(int handled, int duplicates, int deadLetters) {}

    /**
     * Handles those of the records that were not handled before and remembers them all.
     *
     * @throws CommitsLost where the database has forgotten what it confirmed
     */
    public <M> Tally run(List<Received<M>> received, Handler<M> handler) {
        try {
            Map<TopicPartition, Long> next = inbox.lockOffsets(
                    received.stream().map(Received::partition).distinct().toList());
            known.compare(next);
            List<Received<M>> unread = unread(received, next);
            Set<Inbox.Entry> fresh = inbox.admit(entries(unread));
            int handled = 0;
            int dead = 0;
            for (Received<M> one : unread) {
                if (one.failure() != null) {
                    bury(one, one.failure());
                    dead++;
                } else if (fresh.remove(entry(one)) && one.message() != null) {
                    handle(one.messageId(), one.correlationId(), one.message(), handler);
                    handled++;
                }
            }
            endOf(handler, handled);
            inbox.moveTo(next);
            return new Tally(handled, received.size() - handled - dead, dead);
        } catch (SQLException e) {
            throw new IllegalStateException("could not store what was read", e);
        }
    }

    /** Handles messages that came another way than by their topic; whichever way one comes first, it counts once. */
    public <M> int runDirect(String topic, List<Direct<M>> messages, Handler<M> handler) {
        try {
            Set<Inbox.Entry> fresh = inbox.admit(messages.stream()
                    .map(one -> new Inbox.Entry(topic, one.messageId()))
                    .toList());
            int handled = 0;
            for (Direct<M> one : messages) {
                if (fresh.remove(new Inbox.Entry(topic, one.messageId()))) {
                    handle(one.messageId(), one.correlationId(), one.message(), handler);
                    handled++;
                }
            }
            endOf(handler, handled);
            return handled;
        } catch (SQLException e) {
            throw new IllegalStateException("could not store what came in", e);
        }
    }

    /** Drops what lies before the stored offsets and moves these to behind the rest. */
    private static <M> List<Received<M>> unread(List<Received<M>> received, Map<TopicPartition, Long> next) {
        List<Received<M>> unread = new ArrayList<>(received.size());
        Map<TopicPartition, Long> moved = new HashMap<>(next);
        for (Received<M> one : received) {
            long offset = one.record().offset();
            if (offset >= moved.getOrDefault(one.partition(), 0L)) {
                unread.add(one);
                moved.put(one.partition(), offset + 1);
            }
        }
        next.putAll(moved);
        return unread;
    }

    private static <M> List<Inbox.Entry> entries(List<Received<M>> unread) {
        // Not what goes to the dead letters: it is not taken in, and may be driven again.
        return unread.stream()
                .filter(one -> one.failure() == null && !one.messageId().isEmpty())
                .map(OneTransaction::entry)
                .toList();
    }

    private static Inbox.Entry entry(Received<?> one) {
        return new Inbox.Entry(one.topic(), one.messageId());
    }

    private static <M> void handle(String messageId, String correlationId, M message, Handler<M> handler) {
        MDC.put("correlationId", correlationId);
        MDC.put("messageId", messageId);
        try {
            handler.on(message);
        } finally {
            MDC.remove("correlationId");
            MDC.remove("messageId");
        }
    }

    private static void endOf(Handler<?> handler, int handled) {
        if (handled > 0) {
            handler.end();
        }
    }

    private void bury(Received<?> one, Exception reason) {
        outbox.appendDeadLetter(one.record(), reason);
        LOG.errorf("message.dead-lettered record=%s reason=%s", one.place(), reason.getMessage());
    }
}
