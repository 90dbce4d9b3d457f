package io.fluxhero.launcher.home;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes of a stack whose launcher is gone; only those that the state file names are ever touched. */
public final class Leftovers {

    private static final Duration GRACE = Duration.ofSeconds(15);

    private Leftovers() {}

    /** Ends the services first, then Kafka and the database; returns how many had to go. */
    public static int end(RunState state) {
        List<ProcessHandle> services = new ArrayList<>();
        for (RunState.ServiceState service : state.services()) {
            ProcessMark process = service.process();
            if (process != null) {
                process.find().ifPresent(services::add);
            }
        }
        endAll(services);
        List<ProcessHandle> infrastructure = Stream.of(
                        Optional.ofNullable(state.kafkaProcess()), Optional.ofNullable(state.postgresProcess()))
                .flatMap(Optional::stream)
                .flatMap(mark -> mark.find().stream())
                .toList();
        endAll(infrastructure);
        return services.size() + infrastructure.size();
    }

    /** Asks every process to end, and ends those that did not within the grace. */
    public static void endAll(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : processes) {
            if (!endsWithin(process, GRACE)) {
                process.destroyForcibly();
                endsWithin(process, GRACE);
            }
        }
    }

    /** Whether {@code process} is gone before {@code limit} has passed. */
    public static boolean endsWithin(ProcessHandle process, Duration limit) {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
