package io.fluxhero.outbox;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** The settings of a service that consumes two topics, one of which it may not skip. */
public final class ThingsProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.application.name", "things-service",
                "quarkus.datasource.db-kind", "postgresql",
                "quarkus.flyway.migrate-at-start", "true",
                "quarkus.flyway.locations", "db/migration/things,db/migration/outbox",
                "quarkus.flyway.out-of-order", "true",
                "quarkus.flyway.default-schema", "things",
                "quarkus.devservices.enabled", "false",
                "fluxhero.outbox.stop-topics", "strict",
                "fluxhero.outbox.retry-pause", "PT0.05S"));
        settings.putAll(channel("things"));
        settings.putAll(channel("strict"));
        return settings;
    }

    private static Map<String, String> channel(String topic) {
        String prefix = "mp.messaging.incoming." + topic + "-in.";
        return Map.of(
                prefix + "connector",
                "smallrye-kafka",
                prefix + "topic",
                topic,
                prefix + "group.id",
                "things-service-" + topic,
                prefix + "batch",
                "true",
                prefix + "auto.offset.reset",
                "earliest",
                prefix + "enable.auto.commit",
                "false",
                prefix + "commit-strategy",
                "ignore",
                prefix + "failure-strategy",
                "fail",
                prefix + "consumer-rebalance-listener.name",
                "stored-offsets",
                prefix + "value.deserializer",
                "org.apache.kafka.common.serialization.ByteArrayDeserializer");
    }
}
