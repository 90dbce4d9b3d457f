package io.fluxhero.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Takes records in exactly once in effect: ids, offsets, the handler's state and the messages it appends commit
 * together. Bytes that are no message go to the dead letters; failures that pass by themselves are waited for.
 */
@ApplicationScoped
public class Consumption {

    private static final Logger LOG = Logger.getLogger(Consumption.class);

    private final OneTransaction transaction;
    private final OutboxConfig config;
    private final MeterRegistry meters;
    private final Intake intake;
    private final KnownOffsets known;
    private final ProcessEnd end;
    private volatile boolean stopping;

    Consumption(
            OneTransaction transaction, OutboxConfig config, MeterRegistry meters, KnownOffsets known, ProcessEnd end) {
        this.transaction = transaction;
        this.config = config;
        this.meters = meters;
        this.known = known;
        this.end = end;
        this.intake = new Intake(config.stopTopics().orElse(Set.of()), config.retryPause(), this::pause);
    }

    /**
     * Handles every record of the batch that was not handled before, in order. Returns when all of it is committed.
     *
     * @param handler runs in the transaction; called again for the same message when the transaction was rolled back
     */
    public <M> void each(ConsumerRecords<String, byte[]> batch, Decoder<M> decoder, Handler<M> handler) {
        List<Received<M>> received = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> record : batch) {
            received.add(Received.from(record, decoder));
        }
        try {
            intake.take(received, records -> commit(records, handler));
        } catch (CommitsLost lost) {
            LOG.fatal("consumption.ends it begins anew where the database stands", lost);
            end.now();
            throw lost;
        }
    }

    /**
     * Handles messages of a topic that came another way, in one transaction; one that has come before is skipped, and
     * its record on the topic will be.
     *
     * @return how many were new
     */
    public <M> int direct(String topic, List<Direct<M>> messages, Handler<M> handler) {
        int handled = intake.direct(
                () -> QuarkusTransaction.requiringNew().call(() -> transaction.runDirect(topic, messages, handler)));
        count("fluxhero.messages.consumed", topic, handled);
        count("fluxhero.messages.duplicates", topic, messages.size() - handled);
        return handled;
    }

    /** Topics that stand still, with the reason. */
    Map<String, String> stuck() {
        return intake.stuck();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    private <M> void commit(List<Received<M>> received, Handler<M> handler) {
        int timeoutSeconds = (int) config.transactionTimeout().toSeconds();
        OneTransaction.Tally tally = QuarkusTransaction.requiringNew()
                .timeout(timeoutSeconds)
                .call(() -> transaction.run(received, handler));
        known.committed(received);
        String topic = received.getFirst().topic();
        count("fluxhero.messages.consumed", topic, tally.handled());
        count("fluxhero.messages.duplicates", topic, tally.duplicates());
        count("fluxhero.messages.dead.letters", topic, tally.deadLetters());
    }

    private void count(String name, String topic, int amount) {
        if (amount > 0) {
            meters.counter(name, "topic", topic).increment(amount);
        }
    }

    private void pause(Duration length) {
        if (stopping) {
            throw new IllegalStateException("the service stops before the message could be handled");
        }
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the message could be handled", e);
        }
    }
}
