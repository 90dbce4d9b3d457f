package io.fluxhero.outbox.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * One real Postgres per JVM; a role and a schema of the same name for the service under test. Init argument {@code
 * schema}. Stops with the JVM.
 */
public final class EmbeddedPostgresResource implements QuarkusTestResourceLifecycleManager {

    private static final String PORT_PROPERTY = "fluxhero.test.postgres.port";
    private static final String PASSWORD = "test";

    private String schema = "test";

    @Override
    public void init(Map<String, String> arguments) {
        schema = arguments.getOrDefault("schema", schema);
    }

    @Override
    public Map<String, String> start() {
        try {
            createSchema();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("no Postgres for the test", e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                jdbcUrl(schema),
                "quarkus.datasource.username",
                schema,
                "quarkus.datasource.password",
                PASSWORD,
                "quarkus.datasource.devservices.enabled",
                "false");
    }

    @Override
    public void stop() {
        // The server lives as long as the JVM: starting it is the expensive part.
    }

    /** For tests that look into the database by themselves. */
    public static Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(schema), schema, PASSWORD);
    }

    static String jdbcUrl(String schema) {
        return "jdbc:postgresql://127.0.0.1:" + System.getProperty(PORT_PROPERTY) + "/postgres?currentSchema=" + schema;
    }

    private void createSchema() throws IOException, SQLException {
        int port = port();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + schema
                    + "') THEN CREATE ROLE " + schema + " LOGIN PASSWORD '" + PASSWORD + "'; END IF; END $$");
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + schema);
        }
    }

    private static synchronized int port() throws IOException {
        // A system property, since a test framework may load this class more than once.
        String known = System.getProperty(PORT_PROPERTY);
        if (known != null) {
            return Integer.parseInt(known);
        }
        @SuppressWarnings("resource") // stopped by its own shutdown hook
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "60")
                .start();
        System.setProperty(PORT_PROPERTY, Integer.toString(server.getPort()));
        return server.getPort();
    }
}
