package io.fluxhero.launcher.audit;

import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.alert.SystemFaulted;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of alerts; alerts of the auditor are rare, so each has a connection of its own. */
final class AlertsTopic implements AlertSink {

    private static final int PATIENCE_MILLIS = 10_000;

    private final String bootstrap;

    AlertsTopic(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public void raise(SystemFaulted alert) throws IOException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "acks",
                "all",
                "linger.ms",
                0,
                "max.block.ms",
                PATIENCE_MILLIS,
                "request.timeout.ms",
                PATIENCE_MILLIS / 2,
                "delivery.timeout.ms",
                PATIENCE_MILLIS);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.RISK_ALERTS, alert.key(), Wire.write(alert)))
                    .get();
        } catch (ExecutionException | KafkaException e) {
            throw new IOException("the alert did not reach Kafka at " + bootstrap + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the alert was on its way", e);
        }
    }
}
