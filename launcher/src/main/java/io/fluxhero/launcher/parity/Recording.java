package io.fluxhero.launcher.parity;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.signal.SignalMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What the topics hold: each message once, in the order of its partition; what is no message is left out, as the services
 * leave it out. A topic is read up to where it ends when its reading begins, the ones that follow from others first.
 */
record Recording(
        List<Recorded<CandleMessage>> candles,
        List<Recorded<IndicatorMessage>> indicators,
        List<Recorded<SignalMessage>> signals,
        List<Recorded<OrderMessage>> orders,
        List<Recorded<FillMessage>> fills) {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PATIENCE_MILLIS = 10_000;

    static Recording read(String bootstrap) throws CannotCheck {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap,
                "enable.auto.commit", false,
                "default.api.timeout.ms", PATIENCE_MILLIS);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var orders = read(consumer, Topics.ORDERS, OrderMessage.class);
            var fills = read(consumer, Topics.FILLS, FillMessage.class);
            var indicators = read(consumer, Topics.INDICATORS, IndicatorMessage.class);
            var signals = read(consumer, Topics.SIGNALS, SignalMessage.class);
            var candles = read(consumer, Topics.CANDLES, CandleMessage.class);
            return new Recording(candles, indicators, signals, orders, fills);
        } catch (KafkaException e) {
            throw new CannotCheck("Kafka at " + bootstrap + " does not answer: " + e.getMessage(), e);
        }
    }

    private static <M extends Message> List<Recorded<M>> read(
            KafkaConsumer<String, byte[]> consumer, String topic, Class<M> type) throws CannotCheck {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        for (Map.Entry<TopicPartition, Long> begin :
                consumer.beginningOffsets(partitions).entrySet()) {
            if (begin.getValue() > 0) {
                throw new CannotCheck(begin.getKey() + " begins at offset " + begin.getValue()
                        + ": what was before is gone, and decisions follow from it");
            }
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        List<Recorded<M>> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                take(record, type, seen, found);
            }
        }
        return found;
    }

    private static <M extends Message> void take(
            ConsumerRecord<String, byte[]> record, Class<M> type, Set<String> seen, List<Recorded<M>> found) {
        try {
            M message = Wire.read(record.value(), type);
            if (seen.add(message.meta().messageId())) {
                found.add(new Recorded<>(
                        message,
                        record.topic() + "-" + record.partition() + "@" + record.offset(),
                        Instant.ofEpochMilli(record.timestamp())));
            }
        } catch (IOException noMessage) {
            // A dead letter: nobody decided anything by it.
        }
    }
}
