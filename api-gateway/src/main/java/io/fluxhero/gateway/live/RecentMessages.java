package io.fluxhero.gateway.live;

import io.fluxhero.gateway.GatewayConfig;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** A gateway that starts reads the last messages of each partition again, so that its feeds are not empty. */
@ApplicationScoped
@Identifier("recent-messages")
class RecentMessages implements KafkaConsumerRebalanceListener {
    private final int catchUp;

    RecentMessages(GatewayConfig config) {
        this.catchUp = config.live().catchUp();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - catchUp));
        }
    }
}
