package io.fluxhero.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends records in order and returns when the broker has them all. Used by the relay thread only. */
@ApplicationScoped
class KafkaPublisher implements Publication.Publisher {

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);
    private static final int LONGER_THAN_A_BATCH_TAKES = 100;
    private static final int LARGEST_REQUEST_BYTES = 8 * 1024 * 1024;

    private final Map<String, Object> brokerSettings;
    private @Nullable KafkaProducer<String, byte[]> producer;

    KafkaPublisher(@Identifier("default-kafka-broker") Map<String, Object> brokerSettings) {
        this.brokerSettings = brokerSettings;
    }

    @Override
    public void publish(List<ProducerRecord<String, byte[]>> records) throws IOException, InterruptedException {
        try {
            KafkaProducer<String, byte[]> open = openProducer();
            List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(records.size());
            for (ProducerRecord<String, byte[]> message : records) {
                acknowledgements.add(open.send(message));
            }
            // All are there that go out together: they leave now, and in one request.
            open.flush();
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException | KafkaException e) {
            // A new producer forgets what the old one still held back, so that nothing overtakes the failed record.
            close(Duration.ZERO);
            throw new IOException("the broker did not take " + records.size() + " messages: " + e.getMessage(), e);
        }
    }

    void close() {
        close(PATIENCE_AT_CLOSE);
    }

    private void close(Duration patience) {
        if (producer != null) {
            producer.close(patience);
            producer = null;
        }
    }

    private KafkaProducer<String, byte[]> openProducer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>();
            brokerSettings.forEach((name, value) -> {
                if (ProducerConfig.configNames().contains(name)) {
                    settings.put(name, value);
                }
            });
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, LONGER_THAN_A_BATCH_TAKES);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
            settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST_BYTES);
            settings.remove(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG);
            settings.remove(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }
}
