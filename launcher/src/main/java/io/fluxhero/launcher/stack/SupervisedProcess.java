package io.fluxhero.launcher.stack;

import io.fluxhero.launcher.home.Leftovers;
import io.fluxhero.launcher.home.ProcessMark;
import io.fluxhero.launcher.home.RunState.Health;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A program in a process of its own, which is started again when it dies. */
final class SupervisedProcess {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY_UNTIL_READY = Duration.ofMillis(200);

    private final Program program;
    private final Consumer<String> say;
    private final Runnable changed;
    private final InstantSource clock;
    private final Restarts restarts;

    private @Nullable Process process;
    private Health health = Health.STARTING;
    private boolean stopping;
    private boolean restartsWanted;

    SupervisedProcess(Program program, Restarts restarts, Consumer<String> say, Runnable changed) {
        this.program = program;
        this.restarts = restarts;
        this.say = say;
        this.changed = changed;
        this.clock = InstantSource.system();
    }

    String name() {
        return program.name();
    }

    LogFile log() {
        return program.log();
    }

    /** The same program with other variables, not started yet. */
    SupervisedProcess with(Map<String, String> variables) {
        Map<String, String> environment = new LinkedHashMap<>(program.environment());
        environment.putAll(variables);
        Program changedProgram =
                new Program(program.name(), program.command(), environment, program.log(), program.readiness());
        return new SupervisedProcess(changedProgram, restarts, say, changed);
    }

    /** Starts the process and a thread that watches it. */
    void start() throws IOException {
        launch();
        Thread.ofPlatform().daemon().name("watch-" + program.name()).start(this::watch);
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
                say.accept(program.name() + " did not stop in " + STOP_PATIENCE.toSeconds() + " s: killed");
                running.destroyForcibly();
                Leftovers.endsWithin(running.toHandle(), STOP_PATIENCE);
            }
        }
        become(Health.STOPPED);
    }

    synchronized Health health() {
        return health;
    }

    /** The process, absent between two lives. */
    synchronized Optional<ProcessMark> mark() {
        return process != null && process.isAlive() ? ProcessMark.of(process.toHandle()) : Optional.empty();
    }

    synchronized int restarts() {
        return restarts.total();
    }

    private synchronized void launch() throws IOException {
        if (stopping) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(program.command());
        builder.environment().putAll(program.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(program.log().path().toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        process = builder.start();
        health = Health.STARTING;
    }

    private void watch() {
        try {
            while (true) {
                Process watched = current();
                if (watched.waitFor(health() == Health.READY ? LOOK_EVERY : LOOK_EVERY_UNTIL_READY)) {
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
            say.accept(program.name() + " cannot be started again: " + e.getMessage());
            become(Health.GAVE_UP);
        }
    }

    private void look() throws InterruptedException {
        program.log().keepSmall();
        boolean ready = program.readiness().holds();
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
            say.accept(program.name() + " died again (exit " + dead.exitValue() + "): given up after "
                    + restarts.mostPerMinute() + " restarts in a minute, see "
                    + program.log().path());
            return false;
        }
        say.accept(program.name() + " died (exit " + dead.exitValue() + "): restarting in "
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
            throw new IllegalStateException(program.name() + " was never started");
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
