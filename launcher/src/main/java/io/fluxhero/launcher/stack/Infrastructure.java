package io.fluxhero.launcher.stack;

import io.fluxhero.launcher.home.Ports;
import io.fluxhero.launcher.home.ProcessMark;
import io.fluxhero.launcher.home.RunState.Health;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Kafka and Postgres, ours or somebody else's, with everything in them that the services expect. */
final class Infrastructure implements AutoCloseable {

    private static final int KAFKA_PORT = 9092;
    private static final int CONTROLLER_PORT = 9093;
    private static final int POSTGRES_PORT = 5432;
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final UpOptions options;
    private final StateFolder folder;
    private final Secrets secrets;
    private final Consumer<String> say;

    private final Runnable changed;

    private volatile @Nullable SupervisedProcess kafka;
    private volatile @Nullable SupervisedDatabase database;
    private volatile int kafkaPort;

    Infrastructure(UpOptions options, StateFolder folder, Secrets secrets, Consumer<String> say, Runnable changed) {
        this.options = options;
        this.folder = folder;
        this.secrets = secrets;
        this.say = say;
        this.changed = changed;
    }

    /** Starts what is ours, side by side, then prepares topics, roles and schemas. */
    void start(Ports ports) throws StartFailed, InterruptedException {
        int postgresPort = options.postgres().isPresent() ? 0 : ports.choose("Postgres", POSTGRES_PORT);
        kafkaPort = options.kafka().isPresent() ? 0 : ports.choose("Kafka", KAFKA_PORT);
        int controllerPort = options.kafka().isPresent() ? 0 : ports.choose("Kafka's controller", CONTROLLER_PORT);
        CompletableFuture<@Nullable StartFailed> postgres = CompletableFuture.supplyAsync(
                () -> failureOf(() -> startPostgres(postgresPort)),
                run -> Thread.ofPlatform().start(run));
        StartFailed kafkaFailure = failureOf(() -> startKafka(controllerPort));
        StartFailed postgresFailure = postgres.join();
        if (kafkaFailure != null) {
            throw kafkaFailure;
        }
        if (postgresFailure != null) {
            throw postgresFailure;
        }
    }

    String kafkaBootstrap() {
        return options.kafka().orElse("127.0.0.1:" + kafkaPort);
    }

    String jdbcUrl() {
        SupervisedDatabase ours = database;
        return ours == null ? options.postgres().orElseThrow().jdbcUrl() : ours.jdbcUrl();
    }

    /** Kafka's process, absent when it is someone else's or between two lives. */
    Optional<ProcessMark> kafkaProcess() {
        return Optional.ofNullable(kafka).flatMap(SupervisedProcess::mark);
    }

    /** The database's main process, absent when it is someone else's or between two lives. */
    Optional<ProcessMark> postgresProcess() {
        return Optional.ofNullable(database).flatMap(SupervisedDatabase::mark);
    }

    @Override
    public void close() {
        SupervisedProcess broker = kafka;
        if (broker != null) {
            broker.stop();
        }
        SupervisedDatabase ours = database;
        if (ours != null) {
            try {
                ours.close();
            } catch (IOException e) {
                say.accept("Postgres did not stop in order: " + e.getMessage());
            }
        }
    }

    private void startKafka(int controllerPort) throws StartFailed, InterruptedException {
        Path log = folder.logOf("kafka");
        try {
            if (options.kafka().isEmpty()) {
                SupervisedProcess broker = new SupervisedProcess(
                        kafkaProgram(controllerPort, new LogFile(log)),
                        new Restarts(options.restartsPerMinute()),
                        say,
                        changed);
                kafka = broker;
                broker.start();
                awaitReady(broker);
                broker.keepAlive();
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

    private Program kafkaProgram(int controllerPort, LogFile log) {
        List<String> arguments = new ArrayList<>(JvmFlags.LAUNCHER);
        arguments.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedKafka.class.getName(),
                folder.kafka().toString(),
                String.valueOf(kafkaPort),
                String.valueOf(controllerPort)));
        Probe probe = new Probe();
        return new Program("kafka", Program.java(arguments), Map.of(), log, () -> probe.accepts(kafkaPort));
    }

    private static void awaitReady(SupervisedProcess process) throws StartFailed, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (process.health() != Health.READY) {
            if (process.health() == Health.STOPPED) {
                throw new StartFailed(process.name(), "it ended during its start", process.log());
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailed(
                        process.name(), "not ready after " + START_PATIENCE.toSeconds() + " s", process.log());
            }
            Thread.sleep(50);
        }
    }

    private void startPostgres(int port) throws StartFailed {
        Path log = folder.logOf("postgres");
        try {
            if (options.postgres().isEmpty()) {
                Path programs = options.home().resolve(".fluxhero/postgres-programs");
                database = new SupervisedDatabase(
                        () -> EmbeddedDatabase.start(
                                programs, folder.postgres(), port, secrets.get("postgres-admin"), log),
                        new Restarts(options.restartsPerMinute()),
                        say,
                        changed);
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
        SupervisedDatabase ours = database;
        if (ours != null) {
            return ours.admin();
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
