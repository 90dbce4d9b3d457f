package io.fluxhero.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far this process knows its reading to be committed. A database that says less has lost commits, by a crash or a
 * failover: what lies between would never be read again, and what memory holds is ahead of the state.
 */
@ApplicationScoped
public class KnownOffsets {

    private final Inbox inbox;
    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();

    public KnownOffsets(Inbox inbox) {
        this.inbox = inbox;
    }

    /** The transaction that took these in is committed. */
    public void committed(List<? extends Received<?>> received) {
        received.forEach(one -> confirmed(one.partition(), one.record().offset() + 1));
    }

    /** The database says that a partition is read up to here. */
    public void confirmed(TopicPartition partition, long next) {
        committed.merge(partition, next, Math::max);
    }

    /**
     * Compares what the database says of some partitions.
     *
     * @throws CommitsLost where it says less than it has confirmed
     */
    void compare(Map<TopicPartition, Long> stored) {
        stored.forEach((partition, next) -> compare(partition, committed.getOrDefault(partition, 0L), next));
    }

    /**
     * Compares all that was ever committed.
     *
     * @throws CommitsLost where the database says less than it has confirmed
     */
    public void compareAll() throws SQLException {
        // What is known first: others commit meanwhile.
        for (Map.Entry<TopicPartition, Long> known : Map.copyOf(committed).entrySet()) {
            compare(
                    known.getKey(),
                    known.getValue(),
                    inbox.nextOffset(known.getKey()).orElse(0));
        }
    }

    private static void compare(TopicPartition partition, long known, long stored) {
        if (stored < known) {
            throw new CommitsLost(partition, known, stored);
        }
    }

    /** The partition is read from its beginning again, on purpose. */
    public void forget(TopicPartition partition) {
        committed.remove(partition);
    }
}
