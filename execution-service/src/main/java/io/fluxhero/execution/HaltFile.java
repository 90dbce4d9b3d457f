package io.fluxhero.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxhero.execution.domain.fence.Fence;
import io.fluxhero.execution.domain.fence.HaltJournal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The halt as a file: there while a halt is on, gone when there is none. Whatever it says, its being there halts. */
@ApplicationScoped
public class HaltFile implements HaltJournal {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.fence");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public HaltFile(ExecutionConfig config) {
        this.file = config.haltFile().toAbsolutePath();
    }

    @Override
    public boolean isHalted() {
        return Files.exists(file);
    }

    @Override
    public Optional<Fence> read() {
        if (!isHalted()) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            return Optional.of(new Fence(
                    json.path("epoch").asLong(0),
                    true,
                    json.path("by").asText("unknown"),
                    json.path("reason").asText("the file " + file),
                    Instant.parse(json.path("at").asText(Instant.EPOCH.toString()))));
        } catch (IOException | RuntimeException e) {
            LOG.warnf("halt.file_unreadable file=%s cause=%s it halts all the same", file, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void write(Fence halt) {
        ObjectNode json = JSON.createObjectNode()
                .put("epoch", halt.minEpoch())
                .put("by", halt.by())
                .put("reason", halt.reason())
                .put("at", String.valueOf(halt.at()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(json));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("the halt could not be written to " + file, e);
        }
    }

    @Override
    public void clear() {
        try {
            if (Files.deleteIfExists(file)) {
                syncFolder();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the halt could not be taken from " + file, e);
        }
    }

    private void syncFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
