package io.fluxhero.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one stack: everything it keeps is below {@code root}.
 *
 * @param root absolute
 */
public record StateFolder(Path root) {

    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Held by the launcher of the running stack. */
    public Path stackLock() {
        return run().resolve("lock");
    }

    /** Held by whoever drives dead letters again, so that no two send the same. */
    public Path redriveLock() {
        return run().resolve("redrive.lock");
    }

    /** There while trading is halted. */
    public Path haltFile() {
        return root.resolve("halt");
    }

    public Path logOf(String service) {
        return logs().resolve(service + ".log");
    }

    /** Makes the folders that are missing; they are for their owner only. */
    public void create() throws IOException {
        for (Path folder : new Path[] {root, logs(), run(), secrets()}) {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                OwnerOnly.restrictFolder(folder);
            }
        }
    }

    /** Forgets what the embedded servers keep and the old logs; the secrets stay. */
    public void dropState() throws IOException {
        Files.deleteIfExists(haltFile());
        deleteTree(kafka());
        deleteTree(postgres());
        deleteTree(logs());
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Keeps the log of the run before as {@code <name>.1} and lets the next begin empty. */
    public void rollOver(String service) {
        Path log = logOf(service);
        try {
            if (Files.exists(log)) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".1"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
