package io.fluxhero.launcher.stack;

import io.fluxhero.launcher.home.Leftovers;
import io.fluxhero.launcher.home.ProcessMark;
import io.fluxhero.launcher.home.RunState.Health;
import io.fluxhero.launcher.home.RunState.ServiceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One service in a process of its own, which is started again when it dies. */
final class ServiceProcess {

    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx192m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED");
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Service service;
    private final Path program;
    private final Map<String, String> environment;
    private final String url;
    private final LogFile log;
    private final Probe probe;
    private final Consumer<String> say;
    private final Runnable changed;
    private final InstantSource clock;
    private final Restarts restarts = new Restarts();

    private @Nullable Process process;
    private Health health = Health.STARTING;
    private boolean stopping;
    private boolean restartsWanted;

    ServiceProcess(
            Service service,
            Path home,
            ServiceEnvironment environment,
            LogFile log,
            Probe probe,
            Consumer<String> say,
            Runnable changed) {
        this.service = service;
        this.program = service.program(home);
        this.environment = environment.of(service);
        this.url = environment.urlOf(service);
        this.log = log;
        this.probe = probe;
        this.say = say;
        this.changed = changed;
        this.clock = InstantSource.system();
    }

    Service service() {
        return service;
    }

    LogFile log() {
        return log;
    }

    /** Starts the process and a thread that watches it. */
    void start() throws IOException {
        launch();
        Thread.ofPlatform().daemon().name("watch-" + service.module()).start(this::watch);
    }

    /** From now on a death leads to a new start; before, it is a start that failed. */
    synchronized void keepAlive() {
        restartsWanted = true;
    }

    /** Ends the process: asks first, insists after a while. */
    void stop() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running != null) {
            running.destroy();
            if (!Leftovers.endsWithin(running.toHandle(), STOP_PATIENCE)) {
                say.accept(service.module() + " did not stop in " + STOP_PATIENCE.toSeconds() + " s: killed");
                running.destroyForcibly();
                Leftovers.endsWithin(running.toHandle(), STOP_PATIENCE);
            }
        }
        become(Health.STOPPED);
    }

    synchronized Health health() {
        return health;
    }

    synchronized ServiceState state() {
        ProcessMark mark = process != null && process.isAlive()
                ? ProcessMark.of(process.toHandle()).orElse(null)
                : null;
        return new ServiceState(
                service.module(),
                health,
                mark,
                url,
                restarts.total(),
                log.path().toString());
    }

    private synchronized void launch() throws IOException {
        if (stopping) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder();
        builder.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(JVM);
        builder.command().addAll(List.of("-jar", program.toString()));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        process = builder.start();
        health = Health.STARTING;
    }

    private void watch() {
        try {
            while (true) {
                Process watched = current();
                if (watched.waitFor(LOOK_EVERY)) {
                    if (!bury(watched)) {
                        return;
                    }
                } else {
                    look();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            say.accept(service.module() + " cannot be started again: " + e.getMessage());
            become(Health.GAVE_UP);
        }
    }

    private void look() throws InterruptedException {
        log.keepSmall();
        boolean ready = probe.isReady(url + service.readiness());
        if (ready) {
            become(Health.READY);
        } else if (health() == Health.READY) {
            become(Health.NOT_READY);
        }
    }

    /** Whether there is a next life. */
    private boolean bury(Process dead) throws InterruptedException, IOException {
        Optional<Duration> pause = nextLife();
        changed.run();
        if (!livesOn()) {
            return false;
        }
        if (pause.isEmpty()) {
            say.accept(service.module() + " died again (exit " + dead.exitValue() + "): given up after "
                    + Restarts.MOST_PER_MINUTE + " restarts in a minute, see " + log.path());
            return false;
        }
        say.accept(service.module() + " died (exit " + dead.exitValue() + "): restarting in "
                + pause.get().toMillis() + " ms");
        Thread.sleep(pause.get());
        launch();
        changed.run();
        return true;
    }

    private synchronized Optional<Duration> nextLife() {
        if (!livesOn()) {
            health = Health.STOPPED;
            return Optional.empty();
        }
        Optional<Duration> pause = restarts.afterDeathAt(clock.instant());
        health = pause.isPresent() ? Health.RESTARTING : Health.GAVE_UP;
        return pause;
    }

    private synchronized boolean livesOn() {
        return restartsWanted && !stopping;
    }

    private synchronized Process current() {
        if (process == null) {
            throw new IllegalStateException(service.module() + " was never started");
        }
        return process;
    }

    private void become(Health next) {
        synchronized (this) {
            if (health == next) {
                return;
            }
            health = next;
        }
        changed.run();
    }
}
