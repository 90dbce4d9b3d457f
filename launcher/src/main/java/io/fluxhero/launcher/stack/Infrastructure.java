package io.fluxhero.launcher.stack;

import io.fluxhero.launcher.home.Ports;
import io.fluxhero.launcher.home.ProcessMark;
import io.fluxhero.launcher.home.Secrets;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.kafka.EmbeddedKafka;
import io.fluxhero.launcher.kafka.KafkaTopics;
import io.fluxhero.launcher.postgres.EmbeddedDatabase;
import io.fluxhero.launcher.postgres.ExternalDatabase;
import io.fluxhero.launcher.postgres.ServiceRoles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Kafka and Postgres, ours or somebody else's, with everything in them that the services expect. */
final class Infrastructure implements AutoCloseable {

    private static final int KAFKA_PORT = 9092;
    private static final int CONTROLLER_PORT = 19_092;
    private static final int POSTGRES_PORT = 5432;

    private final UpOptions options;
    private final StateFolder folder;
    private final Secrets secrets;
    private final Consumer<String> say;

    private @Nullable EmbeddedKafka kafka;
    private @Nullable EmbeddedDatabase database;
    private volatile @Nullable ProcessMark postgresProcess;

    Infrastructure(UpOptions options, StateFolder folder, Secrets secrets, Consumer<String> say) {
        this.options = options;
        this.folder = folder;
        this.secrets = secrets;
        this.say = say;
    }

    /** Starts what is ours, side by side, then prepares topics, roles and schemas. */
    void start(Ports ports) throws StartFailed, InterruptedException {
        int postgresPort = options.postgres().isPresent() ? 0 : ports.choose("Postgres", POSTGRES_PORT);
        int kafkaPort = options.kafka().isPresent() ? 0 : ports.choose("Kafka", KAFKA_PORT);
        int controllerPort = options.kafka().isPresent() ? 0 : ports.choose("Kafka's controller", CONTROLLER_PORT);
        CompletableFuture<@Nullable StartFailed> postgres = CompletableFuture.supplyAsync(
                () -> failureOf(() -> startPostgres(postgresPort)),
                run -> Thread.ofPlatform().start(run));
        StartFailed kafkaFailure = failureOf(() -> startKafka(kafkaPort, controllerPort));
        StartFailed postgresFailure = postgres.join();
        if (kafkaFailure != null) {
            throw kafkaFailure;
        }
        if (postgresFailure != null) {
            throw postgresFailure;
        }
    }

    String kafkaBootstrap() {
        return kafka == null ? options.kafka().orElseThrow() : kafka.bootstrap();
    }

    String jdbcUrl() {
        return database == null ? options.postgres().orElseThrow().jdbcUrl() : database.jdbcUrl();
    }

    Optional<ProcessMark> postgresProcess() {
        return Optional.ofNullable(postgresProcess);
    }

    @Override
    public void close() {
        if (kafka != null) {
            kafka.close();
        }
        if (database != null) {
            try {
                database.close();
            } catch (IOException e) {
                say.accept("Postgres did not stop in order: " + e.getMessage());
            }
        }
    }

    private void startKafka(int port, int controllerPort) throws StartFailed, InterruptedException {
        Path log = folder.logOf("infrastructure");
        try {
            if (options.kafka().isEmpty()) {
                kafka = EmbeddedKafka.start(folder.kafka(), port, controllerPort);
            }
            KafkaTopics topics = new KafkaTopics(kafkaBootstrap());
            if (options.fresh() && options.kafka().isPresent()) {
                topics.drop();
            }
            topics.create();
        } catch (IOException | RuntimeException e) {
            throw new StartFailed("Kafka", String.valueOf(e.getMessage()), log, e);
        }
    }

    private void startPostgres(int port) throws StartFailed {
        Path log = folder.logOf("postgres");
        try {
            if (options.postgres().isEmpty()) {
                Path programs = options.home().resolve(".fluxhero/postgres-programs");
                database =
                        EmbeddedDatabase.start(programs, folder.postgres(), port, secrets.get("postgres-admin"), log);
                postgresProcess = database.process().orElse(null);
            }
            try (Connection admin = adminConnection()) {
                prepare(new ServiceRoles(admin));
            }
        } catch (IOException | SQLException | RuntimeException e) {
            throw new StartFailed("Postgres", String.valueOf(e.getMessage()), log, e);
        }
    }

    private void prepare(ServiceRoles roles) throws SQLException {
        List<String> owners = Arrays.stream(Service.values())
                .flatMap(service -> service.role().stream())
                .toList();
        for (String role : owners) {
            if (options.fresh()) {
                roles.drop(role);
            }
            roles.ensure(role, secrets.get(Secrets.ofRole(role)));
        }
        roles.ensureAuditor(secrets.get(Secrets.ofRole(ServiceRoles.AUDITOR)), owners);
    }

    private Connection adminConnection() throws SQLException {
        if (database != null) {
            return database.admin();
        }
        ExternalDatabase external = options.postgres().orElseThrow();
        return DriverManager.getConnection(external.jdbcUrl(), external.user(), external.password());
    }

    private static @Nullable StartFailed failureOf(Start start) {
        try {
            start.run();
            return null;
        } catch (StartFailed e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new StartFailed("the start was interrupted");
        }
    }

    /** A part that starts or says why it cannot. */
    private interface Start {
        void run() throws StartFailed, InterruptedException;
    }
}
