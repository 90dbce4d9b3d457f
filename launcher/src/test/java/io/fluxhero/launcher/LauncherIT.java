package io.fluxhero.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.contracts.Topics;
import io.fluxhero.launcher.home.Ports;
import io.fluxhero.launcher.kafka.EmbeddedKafka;
import io.fluxhero.launcher.kafka.KafkaTopics;
import io.fluxhero.launcher.postgres.EmbeddedDatabase;
import io.fluxhero.launcher.postgres.ServiceRoles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two embedded servers, really started, stopped, and started again on what they kept. */
class LauncherIT {

    private static final Ports PORTS = new Ports(busy -> {});

    @TempDir
    private Path folder;

    @Test
    void keeps_a_durable_database_with_a_schema_for_each_role() throws Exception {
        int port = PORTS.choose("Postgres", 25_432);
        try (EmbeddedDatabase database = start(port)) {
            try (Connection admin = database.admin()) {
                new ServiceRoles(admin).ensure("risk", "risk-word");
                new ServiceRoles(admin).ensure("execution", "execution-word");
                assertThat(show(admin, "fsync")).isEqualTo("on");
                assertThat(show(admin, "synchronous_commit")).isEqualTo("on");
            }
            try (Connection risk = DriverManager.getConnection(database.jdbcUrl(), "risk", "risk-word");
                    Statement statement = risk.createStatement()) {
                statement.execute("CREATE TABLE kept (answer int)");
                statement.execute("INSERT INTO kept VALUES (42)");
            }
            String url = database.jdbcUrl();
            assertThatThrownBy(() -> DriverManager.getConnection(url, "risk", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            try (Connection execution = DriverManager.getConnection(url, "execution", "execution-word");
                    Statement statement = execution.createStatement()) {
                assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM risk.kept"))
                        .hasMessageContaining("permission denied");
            }
        }

        try (EmbeddedDatabase again = start(port);
                Connection risk = DriverManager.getConnection(again.jdbcUrl(), "risk", "risk-word");
                Statement statement = risk.createStatement();
                ResultSet kept = statement.executeQuery("SELECT answer FROM kept")) {
            assertThat(kept.next()).isTrue();
            assertThat(kept.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void offers_every_topic_with_its_dead_letters_before_anyone_asks() throws Exception {
        int port = PORTS.choose("Kafka", 29_092);
        int controllerPort = PORTS.choose("Kafka's controller", 29_192);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), port, controllerPort)) {
            KafkaTopics topics = new KafkaTopics(kafka.bootstrap());
            topics.create();
            topics.create();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
                Set<String> names = admin.listTopics().names().get();
                for (Topics.Topic topic : Topics.ALL) {
                    assertThat(names).contains(topic.name(), Topics.deadLettersOf(topic.name()));
                }
            }
            topics.drop();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
                assertThat(admin.listTopics().names().get()).doesNotContain(Topics.CANDLES);
            }
        }
    }

    private EmbeddedDatabase start(int port) throws Exception {
        return EmbeddedDatabase.start(
                folder.resolve("programs"),
                folder.resolve("postgres"),
                port,
                "admin-word",
                folder.resolve("postgres.log"));
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW " + setting)) {
            result.next();
            return result.getString(1);
        }
    }
}
