package io.fluxhero.launcher.shell;

import io.fluxhero.engine.validation.Workers;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all long work has in common: threads, and where its results go. */
final class WorkOption {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; the result is the same with any number. Default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Write the results here too.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON document instead of the summary.")
    private boolean json;

    Workers workers() {
        if (threads <= 1) {
            return Workers.one();
        }
        return (count, piece) -> {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                pool.submit(() -> IntStream.range(0, count).parallel().forEach(piece))
                        .join();
            }
        };
    }

    @Nullable
    Path out() {
        return out;
    }

    boolean json() {
        return json;
    }
}
