package io.fluxhero.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a child process writes.
 *
 * @param path the file; the one before it is {@code <path>.1}
 */
public record LogFile(Path path) {

    private static final long LARGEST_BYTES = 32L << 20;
    private static final int TAIL_BYTES = 64 << 10;

    /** Copies and empties the file when it is too large; the child appends, so it goes on at the new end. */
    void keepSmall() {
        try {
            if (Files.exists(path) && Files.size(path) > LARGEST_BYTES) {
                Files.copy(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last {@code count} lines, as far as they lie in the file's last 64 KiB. */
    public List<String> lastLines(int count) {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(path)) {
            long from = Math.max(0, channel.size() - TAIL_BYTES);
            var bytes = java.nio.ByteBuffer.allocate((int) (channel.size() - from));
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                // reads until the buffer is full or the file ends
            }
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
