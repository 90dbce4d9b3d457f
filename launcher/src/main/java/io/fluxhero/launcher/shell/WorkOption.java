package io.fluxhero.launcher.shell;

import io.fluxhero.engine.validation.Workers;
import io.fluxhero.launcher.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
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

    /** How files are written into a folder. */
    interface FileWriting {
        List<Path> writeTo(Path folder) throws IOException;
    }

    /** Writes {@code result.json} and the other files where a folder was named; prints the document or the summary. */
    void deliver(
            ShellCommand command,
            Supplier<Map<String, ? extends @Nullable Object>> document,
            FileWriting files,
            Runnable summary)
            throws IOException {
        String text = Json.of(document.get());
        if (out != null) {
            List<Path> written = new ArrayList<>();
            Files.createDirectories(out);
            written.addAll(files.writeTo(out));
            written.add(Files.writeString(out.resolve("result.json"), text + "\n"));
            written.forEach(file -> command.err().println("wrote " + file));
        }
        if (json) {
            command.out().println(text);
        } else {
            summary.run();
        }
        command.out().flush();
    }
}
