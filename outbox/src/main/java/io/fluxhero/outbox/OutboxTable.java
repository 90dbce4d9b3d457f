package io.fluxhero.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The relay's view of the table, on one connection of its own. */
final class OutboxTable implements Publication.Waitlist {

    private static final String OLDEST = "SELECT id, topic, key, message_id, type, correlation_id, occurred_at,"
            + " value, headers FROM outbox ORDER BY id LIMIT ?";
    private static final String LOCK = "(hashtext('outbox'), hashtext(current_schema()))";

    private final Connection connection;
    private final int batchSize;
    private final String source;

    OutboxTable(Connection connection, int batchSize, String source) {
        this.connection = connection;
        this.batchSize = batchSize;
        this.source = source;
    }

    boolean tryLock() throws SQLException {
        if (!isTrue("SELECT pg_try_advisory_lock" + LOCK)) {
            return false;
        }
        // A deletion lost in a crash is a message sent twice, which every consumer recognises: no need to wait for
        // disk.
        execute("SET synchronous_commit = off");
        return true;
    }

    void unlock() throws SQLException {
        execute("RESET synchronous_commit");
        isTrue("SELECT pg_advisory_unlock" + LOCK);
    }

    @Override
    public List<Publication.Waiting> oldest() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OLDEST)) {
            select.setInt(1, batchSize);
            List<Publication.Waiting> waiting = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Publication.Waiting(row.getLong("id"), messageIn(row)));
                }
            }
            return waiting;
        }
    }

    @Override
    public void delete(List<Publication.Waiting> published) throws SQLException {
        // By id, not "up to": a slower transaction may have committed a lower id meanwhile.
        Object[] ids = published.stream().map(Publication.Waiting::id).toArray();
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids));
            delete.executeUpdate();
        }
    }

    long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM outbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    void forgetInboxOlderThan(Duration age) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM inbox WHERE received_at < now() - make_interval(secs => ?)")) {
            delete.setDouble(1, (double) age.toSeconds());
            delete.executeUpdate();
        }
    }

    private ProducerRecord<String, byte[]> messageIn(ResultSet row) throws SQLException {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(row.getString("topic"), row.getString("key"), row.getBytes("value"));
        Headers headers = message.headers();
        java.sql.Array given = row.getArray("headers");
        if (given == null) {
            add(headers, "ce_specversion", "1.0");
            add(headers, "ce_id", row.getString("message_id"));
            add(headers, "ce_type", row.getString("type"));
            add(headers, "ce_source", source);
            add(headers, "ce_time", row.getTimestamp("occurred_at").toInstant().toString());
            add(headers, "content-type", "application/json");
            add(headers, "correlationid", row.getString("correlation_id"));
        } else {
            String[] pairs = (String[]) given.getArray();
            for (int i = 0; i + 1 < pairs.length; i += 2) {
                add(headers, pairs[i], pairs[i + 1]);
            }
        }
        return message;
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        headers.add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isTrue(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
