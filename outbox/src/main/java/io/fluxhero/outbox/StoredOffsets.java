package io.fluxhero.outbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Reads on where the database says, not where the broker remembers: both then always agree with the state. */
@ApplicationScoped
@Identifier("stored-offsets")
public class StoredOffsets implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(StoredOffsets.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final KnownOffsets known;

    StoredOffsets(Inbox inbox, KnownOffsets known) {
        this.inbox = inbox;
        this.known = known;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            OptionalLong next = nextOffset(partition);
            if (next.isEmpty()) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                known.confirmed(partition, next.getAsLong());
                seek(consumer, partition, next.getAsLong());
            }
        }
    }

    private void seek(Consumer<?, ?> consumer, TopicPartition partition, long next) {
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        if (next <= end) {
            consumer.seek(partition, next);
            return;
        }
        // The topic is shorter than what was read of it: it was made anew. Ids still recognise what is repeated.
        known.forget(partition);
        LOG.warnf("offsets.reset partition=%s stored=%d end=%d", partition, next, end);
        untilDatabaseAnswers(() -> {
            inbox.moveTo(Map.of(partition, 0L));
            return true;
        });
        consumer.seekToBeginning(List.of(partition));
    }

    private OptionalLong nextOffset(TopicPartition partition) {
        return untilDatabaseAnswers(() -> inbox.nextOffset(partition));
    }

    private static <T> T untilDatabaseAnswers(Question<T> question) {
        while (true) {
            try {
                return question.ask();
            } catch (SQLException e) {
                LOG.warnf("offsets.database-away cause=%s", e.getMessage());
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }
}
