package io.fluxhero.launcher.postgres;

import io.fluxhero.launcher.home.ProcessMark;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A real Postgres whose data stays, with passwords for everyone and every commit on disk before it is answered. */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String DATABASE = "fluxhero";

    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path data;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, Path data, String password) {
        this.server = server;
        this.data = data;
        this.password = password;
    }

    /**
     * Starts the server.
     *
     * @param programs where the server's programs are unpacked once
     * @param folder where the data stays, made the first time
     * @param password the superuser's
     */
    public static EmbeddedDatabase start(Path programs, Path folder, int port, String password, Path log)
            throws IOException, SQLException {
        Path data = folder.resolve("data");
        Files.createDirectories(folder);
        Files.createDirectories(programs);
        EmbeddedPostgres server = builder(programs, data, port, password, log).start();
        EmbeddedDatabase database = new EmbeddedDatabase(server, data, password);
        try {
            database.lockDoors();
            database.assertDurable();
            database.createDatabase();
        } catch (SQLException | IOException | RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    private static EmbeddedPostgres.Builder builder(Path programs, Path data, int port, String password, Path log) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                // The supervisor stops the database last; a hook of its own would not wait for the services.
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
        List.of(
                        List.of("fsync", "on"),
                        List.of("synchronous_commit", "on"),
                        List.of("full_page_writes", "on"),
                        List.of("password_encryption", "scram-sha-256"),
                        List.of("listen_addresses", "127.0.0.1"),
                        List.of("max_connections", "150"),
                        List.of("shared_buffers", "64MB"))
                .forEach(setting -> builder.setServerConfig(setting.getFirst(), setting.getLast()));
        return builder;
    }

    /** Server and database as a service names it; who logs in comes from elsewhere. */
    public String jdbcUrl() {
        return urlOf(DATABASE);
    }

    /** A connection that may create roles and schemas. */
    public Connection admin() throws SQLException {
        return connect(DATABASE);
    }

    /** The server's main process, to be found again when this one is gone; nothing when it is dead or not there yet. */
    public Optional<ProcessMark> process() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(ProcessHandle::isAlive)
                            .flatMap(ProcessMark::of);
        } catch (NoSuchFileException stopped) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** What the server itself says about {@code setting}. */
    String show(String setting) throws SQLException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    /** A fresh data folder trusts every local user: from the first start on everyone needs a password. */
    private void lockDoors() throws SQLException, IOException {
        execute(SUPERUSER, "ALTER ROLE " + SUPERUSER + " PASSWORD '" + password + "'");
        Files.writeString(
                new File(data.toFile(), "pg_hba.conf").toPath(),
                "# Written by the launcher at every start.\nlocal all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n",
                StandardCharsets.UTF_8);
        execute(SUPERUSER, "SELECT pg_reload_conf()");
    }

    /** The server library switches both off for tests; with them off a crash could lose what was answered. */
    private void assertDurable() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit")) {
            String value = show(setting);
            if (!value.equals("on")) {
                throw new IllegalStateException("Postgres runs with " + setting + "=" + value + ", it must be on");
            }
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            boolean present;
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                present = found.next();
            }
            if (!present) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(urlOf(database), SUPERUSER, password);
    }

    private String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }
}
