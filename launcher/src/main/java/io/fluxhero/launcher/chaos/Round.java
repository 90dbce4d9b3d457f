package io.fluxhero.launcher.chaos;

import io.fluxhero.launcher.chaos.Strike.Act;
import io.fluxhero.launcher.home.ProcessMark;
import io.fluxhero.launcher.home.RunState;
import io.fluxhero.launcher.stack.Probe;
import io.fluxhero.launcher.stack.Service;
import io.fluxhero.launcher.stack.Stack;
import io.fluxhero.launcher.stack.StartFailed;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Some cycles on one stack, from its start to its rest. */
final class Round implements AutoCloseable {

    private static final Duration FIRST_ORDER = Duration.ofMinutes(2);
    private static final Duration NEXT_ORDER = Duration.ofSeconds(15);
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final Duration GREEN = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Stack stack;
    private final Traffic traffic;
    private final Inspector inspector;
    private final Probe probe = new Probe();
    private final InstantSource clock = InstantSource.system();

    private Round(Stack stack, Traffic traffic, Inspector inspector) {
        this.stack = stack;
        this.traffic = traffic;
        this.inspector = inspector;
    }

    /** Starts the stack and waits until it trades. */
    static Round start(Stack stack, String auditorPassword) throws StartFailed, NoRecovery, InterruptedException {
        stack.start();
        RunState state = stack.state();
        Traffic traffic = new Traffic(state.kafka());
        if (!traffic.awaitApproval(FIRST_ORDER)) {
            traffic.close();
            throw new NoRecovery("no order was approved within " + FIRST_ORDER.toSeconds() + " s of the start");
        }
        return new Round(stack, traffic, new Inspector(state.postgres(), auditorPassword, state.kafka()));
    }

    /** Strikes once and waits until everything works again. */
    Cycle cycle(int number, Strike strike) throws NoRecovery, InterruptedException, IOException {
        if (!strike.aimed() || !traffic.awaitApproval(NEXT_ORDER)) {
            Thread.sleep(strike.pause());
        }
        Set<String> inFlight = traffic.inFlight();
        Map<Target, ProcessMark> struck = processesOf(strike);
        Instant at = clock.instant();
        hit(strike, struck);
        long healed = System.nanoTime();
        awaitReady(strike, struck, healed);
        long ready = System.nanoTime();
        awaitDecision(healed);
        long resumed = System.nanoTime();
        Inspection inspection = inspector.whileMoving(GREEN);
        int caught = (int)
                inFlight.stream().filter(order -> traffic.endedSince(order, at)).count();
        return new Cycle(
                number,
                strike,
                caught,
                Duration.ofNanos(ready - healed).toMillis(),
                Duration.ofNanos(resumed - healed).toMillis(),
                inspection);
    }

    /** Ends the bars, lets everything come to rest, and reads the books a last time. */
    Inspection rest() throws NoRecovery, IOException, InterruptedException {
        // Not stopped for good: what it has stored and not yet published must still come.
        stack.restart(Service.MARKET_DATA, NervousMarket.ENDED);
        return inspector.atRest(REST);
    }

    @Override
    public void close() {
        traffic.close();
        stack.stop();
    }

    private Map<Target, ProcessMark> processesOf(Strike strike) throws NoRecovery {
        RunState state = stack.state();
        Map<Target, ProcessMark> processes = new EnumMap<>(Target.class);
        for (Target target : strike.targets()) {
            processes.put(
                    target, target.in(state).orElseThrow(() -> new NoRecovery(target.label() + " is not running")));
        }
        return processes;
    }

    private static void hit(Strike strike, Map<Target, ProcessMark> struck) throws IOException, InterruptedException {
        List<ProcessHandle> processes =
                struck.values().stream().flatMap(mark -> mark.find().stream()).toList();
        if (strike.act() == Act.KILL) {
            processes.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle process : processes) {
                process.onExit().join();
            }
            return;
        }
        // Postgres is many processes: one that goes on would answer for those that stand still.
        List<String> all = processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> String.valueOf(process.pid()))
                .toList();
        signal("-STOP", all);
        try {
            Thread.sleep(strike.freeze());
        } finally {
            signal("-CONT", all);
        }
    }

    private static void signal(String signal, List<String> processes) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("kill", signal), processes.stream()).toList();
        // One of many backends may end by itself meanwhile, which the exit code would tell.
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private void awaitReady(Strike strike, Map<Target, ProcessMark> struck, long since)
            throws NoRecovery, InterruptedException {
        Optional<String> waitingFor = unready(strike, struck);
        while (waitingFor.isPresent()) {
            if (System.nanoTime() - since > RECOVERY.toNanos()) {
                throw new NoRecovery(
                        waitingFor.get() + " not ready " + RECOVERY.toSeconds() + " s after: " + strike.sentence());
            }
            Thread.sleep(LOOK_EVERY);
            waitingFor = unready(strike, struck);
        }
    }

    /** A part that cannot work yet; asked directly, because the supervisor looks only once a second. */
    private Optional<String> unready(Strike strike, Map<Target, ProcessMark> struck) throws InterruptedException {
        RunState state = stack.state();
        for (Target target : strike.targets()) {
            Optional<ProcessMark> now = target.in(state);
            boolean reborn = now.isPresent() && !now.equals(Optional.ofNullable(struck.get(target)));
            if (now.isEmpty() || (strike.act() == Act.KILL && !reborn)) {
                return Optional.of(target.label());
            }
        }
        if (!probe.accepts(URI.create("kafka://" + state.kafka()).getPort())) {
            return Optional.of("kafka");
        }
        for (RunState.ServiceState service : state.services()) {
            if (!probe.isReady(service.url() + Service.READINESS)) {
                return Optional.of(service.name());
            }
        }
        return Optional.empty();
    }

    private void awaitDecision(long since) throws NoRecovery, InterruptedException {
        Instant before = traffic.decided();
        while (!traffic.decided().isAfter(before)) {
            if (System.nanoTime() - since > RECOVERY.toNanos()) {
                throw new NoRecovery(
                        "ready again, but no bar after " + before + " was decided in " + RECOVERY.toSeconds() + " s");
            }
            Thread.sleep(LOOK_EVERY);
        }
    }
}
