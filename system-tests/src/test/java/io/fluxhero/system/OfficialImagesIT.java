package io.fluxhero.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.kafka.KafkaContainer;

/** The stack on servers that are already there: the official images, where an engine and the images are. */
class OfficialImagesIT {

    private static final String POSTGRES = "postgres:17";
    private static final String KAFKA = "apache/kafka:4.0.0";

    @Test
    void runs_on_the_official_kafka_and_postgres() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "SKIPPED: no container engine answers here");
        assumeTrue(isPresent(POSTGRES), "SKIPPED: image " + POSTGRES + " is not on this machine");
        assumeTrue(isPresent(KAFKA), "SKIPPED: image " + KAFKA + " is not on this machine");

        RunningStack stack = new RunningStack("images");
        try (PostgreSQLContainer<?> postgres = new PostgreSQLContainer<>(POSTGRES);
                KafkaContainer kafka = new KafkaContainer(KAFKA)) {
            postgres.start();
            kafka.start();
            stack.up(
                    "--kafka",
                    kafka.getBootstrapServers().replaceFirst("^.*://", ""),
                    "--postgres",
                    "postgresql://%s:%s@%s:%d/%s"
                            .formatted(
                                    postgres.getUsername(),
                                    postgres.getPassword(),
                                    postgres.getHost(),
                                    postgres.getFirstMappedPort(),
                                    postgres.getDatabaseName()));
            assertThat(stack.status().path("phase").asText()).isEqualTo("READY");
            stack.down();
        }
    }

    private static boolean isPresent(String image) {
        return !DockerClientFactory.instance()
                .client()
                .listImagesCmd()
                .withImageNameFilter(image)
                .exec()
                .isEmpty();
    }
}
