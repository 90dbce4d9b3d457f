package io.fluxhero.outbox;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.MDC;

/** A consumer as services write them: what it is sent it stores and echoes. A thing is {@code id|text}. */
@ApplicationScoped
class Things implements Decoder<List<String>> {

    private final AtomicInteger failuresToCome = new AtomicInteger();

    private final Consumption consumption;
    private final Outbox outbox;
    private final DataSource database;

    Things(Consumption consumption, Outbox outbox, DataSource database) {
        this.consumption = consumption;
        this.outbox = outbox;
        this.database = database;
    }

    /** A method, for a field read through the client proxy is the proxy's own. */
    AtomicInteger failuresToCome() {
        return failuresToCome;
    }

    @Incoming("things-in")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> batch) {
        consumption.each(batch, this, this::handle);
    }

    @Incoming("strict-in")
    @Blocking(ordered = true)
    void onStrict(ConsumerRecords<String, byte[]> batch) {
        consumption.each(batch, this, this::handle);
    }

    @Override
    public List<String> decode(byte[] value) throws IOException {
        String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
        if (!text.contains("|")) {
            throw new IOException("a thing has a bar");
        }
        return List.of(text.split("\\|", 2));
    }

    @Override
    public String messageId(List<String> thing) {
        return thing.get(0);
    }

    @Override
    public String correlationId(List<String> thing) {
        return "cause-of-" + thing.get(0);
    }

    private void handle(List<String> thing) {
        store(thing.get(1), String.valueOf(MDC.get("correlationId")));
        byte[] echo = thing.get(1).getBytes(StandardCharsets.UTF_8);
        outbox.append(new OutboxMessage(
                "echoes", "k", "echo-" + thing.get(0), "echo", correlationId(thing), Instant.EPOCH, echo));
        if (thing.get(1).startsWith("refuse")) {
            throw new IllegalArgumentException("no such thing");
        }
        if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            if (thing.get(1).startsWith("transient")) {
                throw new UncheckedIOException(new IOException("away for a moment"));
            }
            throw new IllegalStateException("broken for a moment");
        }
    }

    private void store(String text, String correlationId) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO seen (text, correlation_id) VALUES (?, ?)")) {
            insert.setString(1, text);
            insert.setString(2, correlationId);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
