package io.fluxhero.launcher.stack;

import io.fluxhero.launcher.audit.AuditWatch;
import io.fluxhero.launcher.dashboard.DashboardServer;
import io.fluxhero.launcher.home.Ports;
import io.fluxhero.launcher.home.ProcessMark;
import io.fluxhero.launcher.home.RunState;
import io.fluxhero.launcher.home.RunState.Audited;
import io.fluxhero.launcher.home.RunState.Phase;
import io.fluxhero.launcher.home.RunState.ServiceState;
import io.fluxhero.launcher.home.RunStateFile;
import io.fluxhero.launcher.home.Secrets;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.postgres.ServiceRoles;
import java.io.IOException;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything together: starts it in order, keeps the record of it on disk, stops it in reverse order. */
public final class Stack {

    private static final int DASHBOARD_PORT = 3000;
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    private final UpOptions options;
    private final StateFolder folder;
    private final Secrets secrets;
    private final RunStateFile file;
    private final Consumer<String> say;
    private final Ports chooser;
    private final Infrastructure infrastructure;
    private final Map<Service, SupervisedProcess> services = new LinkedHashMap<>();
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);

    private int dashboardPort;
    private @Nullable DashboardServer dashboard;
    private Phase phase = Phase.STARTING;
    private @Nullable String failure;
    private boolean stopped;
    private @Nullable Audited audited;
    private @Nullable Thread auditor;
    private boolean forgotten;

    public Stack(UpOptions options, StateFolder folder, Consumer<String> say) {
        this.options = options;
        this.folder = folder;
        this.secrets = new Secrets(folder);
        this.file = new RunStateFile(folder);
        this.say = say;
        this.chooser = new Ports(options.portOffset(), say);
        this.infrastructure = new Infrastructure(options, folder, secrets, say, this::save);
    }

    /** Returns when every part is ready; throws with a part's reason when one is not. */
    public void start() throws StartFailed, InterruptedException {
        requireBuilt();
        choosePorts();
        save();
        say.accept("starting Kafka and Postgres ...");
        infrastructure.start(chooser);
        save();
        say.accept("starting six services ...");
        startServices();
        awaitReady();
        startDashboard();
        startAuditor();
        synchronized (this) {
            phase = Phase.READY;
        }
        save();
    }

    /** Stops the services, then what they need; safe to call twice and from any thread. */
    public void stop() {
        synchronized (this) {
            if (stopped) {
                return;
            }
            stopped = true;
            if (phase != Phase.FAILED) {
                phase = Phase.STOPPING;
            }
        }
        save();
        if (auditor != null) {
            auditor.interrupt();
        }
        if (dashboard != null) {
            dashboard.close();
        }
        List<Thread> stops = services.values().stream()
                .map(service -> Thread.ofPlatform().start(service::stop))
                .toList();
        stops.forEach(Stack::joinQuietly);
        infrastructure.close();
        chooser.close();
        if (phase != Phase.FAILED) {
            forget();
        }
    }

    /** Ends one service and starts it again with other variables; the others stay. */
    public void restart(Service service, Map<String, String> variables) throws IOException {
        SupervisedProcess before = java.util.Objects.requireNonNull(services.get(service));
        before.stop();
        SupervisedProcess after = before.with(variables);
        synchronized (this) {
            services.put(service, after);
        }
        after.start();
        after.keepAlive();
        save();
    }

    /** Remembers why the start failed, for whoever asks for the status. */
    public void fail(String reason) {
        synchronized (this) {
            phase = Phase.FAILED;
            failure = reason;
        }
        save();
    }

    public synchronized RunState state() {
        return new RunState(
                phase,
                ProcessMark.of(ProcessHandle.current()).orElseThrow(),
                "http://localhost:" + ports.getOrDefault(Service.GATEWAY, 0),
                "http://localhost:" + dashboardPort,
                "http://127.0.0.1:" + ports.getOrDefault(Service.MARKET_DATA, 0),
                services.isEmpty() ? "" : infrastructure.kafkaBootstrap(),
                services.isEmpty() ? "" : infrastructure.jdbcUrl(),
                infrastructure.kafkaProcess().orElse(null),
                infrastructure.postgresProcess().orElse(null),
                services.keySet().stream().map(this::stateOf).toList(),
                failure,
                audited);
    }

    private void requireBuilt() throws StartFailed {
        for (Service service : Service.values()) {
            if (!java.nio.file.Files.exists(service.program(options.home()))) {
                throw new StartFailed(service.module() + " is not built: " + service.program(options.home())
                        + " is missing; run ./fluxhero up, which builds it");
            }
        }
    }

    private void choosePorts() {
        for (Service service : Service.values()) {
            ports.put(service, chooser.choose(service.module(), service.usualPort()));
        }
        dashboardPort = chooser.choose("the dashboard", DASHBOARD_PORT);
    }

    private void startDashboard() throws StartFailed {
        try {
            dashboard = DashboardServer.start(
                    options.home().resolve("dashboard/dist"),
                    dashboardPort,
                    portOf(Service.GATEWAY),
                    secrets.get(Secrets.AUTH));
        } catch (IllegalStateException e) {
            throw new StartFailed(String.valueOf(e.getMessage()));
        }
    }

    private void startAuditor() {
        if (options.auditEvery().isZero()) {
            return;
        }
        String password = secrets.get(Secrets.ofRole(ServiceRoles.AUDITOR));
        AuditWatch watch = AuditWatch.of(
                () -> DriverManager.getConnection(infrastructure.jdbcUrl(), ServiceRoles.AUDITOR, password),
                infrastructure.kafkaBootstrap(),
                say);
        auditor = Thread.ofPlatform()
                .daemon()
                .name("auditor")
                .start(() -> watch.run(options.auditEvery(), this::remember));
    }

    private void remember(Audited result) {
        synchronized (this) {
            audited = result;
        }
        save();
    }

    private void startServices() throws StartFailed {
        ServiceEnvironment environment = new ServiceEnvironment(
                options,
                secrets,
                ports,
                dashboardPort,
                infrastructure.kafkaBootstrap(),
                infrastructure.jdbcUrl(),
                folder.haltFile());
        Probe probe = new Probe();
        for (Service service : Service.values()) {
            folder.rollOver(service.module());
            LogFile log = new LogFile(folder.logOf(service.module()));
            SupervisedProcess process = new SupervisedProcess(
                    programOf(service, environment, log, probe),
                    new Restarts(options.restartsPerMinute()),
                    say,
                    this::save);
            synchronized (this) {
                services.put(service, process);
            }
            try {
                process.start();
            } catch (IOException e) {
                throw new StartFailed(service.module(), String.valueOf(e.getMessage()), log.path(), e);
            }
        }
        save();
    }

    private Program programOf(Service service, ServiceEnvironment environment, LogFile log, Probe probe) {
        List<String> arguments = new ArrayList<>(JvmFlags.SERVICE);
        arguments.addAll(List.of("-jar", service.program(options.home()).toString()));
        String readiness = environment.urlOf(service) + Service.READINESS;
        return new Program(
                service.module(),
                Program.java(arguments),
                environment.of(service),
                log,
                () -> probe.isReady(readiness));
    }

    private ServiceState stateOf(Service service) {
        SupervisedProcess process = java.util.Objects.requireNonNull(services.get(service));
        return new ServiceState(
                service.module(),
                process.health(),
                process.mark().orElse(null),
                "http://127.0.0.1:" + portOf(service),
                process.restarts(),
                process.log().path().toString());
    }

    private void awaitReady() throws StartFailed, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        List<SupervisedProcess> waiting = new ArrayList<>(services.values());
        while (!waiting.isEmpty()) {
            for (SupervisedProcess service : List.copyOf(waiting)) {
                switch (service.health()) {
                    case READY -> {
                        waiting.remove(service);
                        service.keepAlive();
                        say.accept("  " + service.name() + " is ready");
                    }
                    case STOPPED, GAVE_UP ->
                        throw new StartFailed(service.name(), "it ended during its start", service.log());
                    case STARTING, NOT_READY, RESTARTING -> {
                        if (System.nanoTime() > deadline) {
                            throw new StartFailed(
                                    service.name(),
                                    "not ready after " + START_PATIENCE.toSeconds() + " s",
                                    service.log());
                        }
                    }
                }
            }
            Thread.sleep(100);
        }
    }

    private int portOf(Service service) {
        return java.util.Objects.requireNonNull(ports.get(service));
    }

    /** Called by every watcher: one at a time, and never with the lock of a service in hand. */
    private void save() {
        synchronized (file) {
            if (!forgotten) {
                file.write(state());
            }
        }
    }

    private void forget() {
        synchronized (file) {
            forgotten = true;
            file.delete();
        }
    }

    /** The table that a person reads when all is up. */
    public String table() {
        return StatusTable.of(state());
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
