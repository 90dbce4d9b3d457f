package io.fluxhero.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The outbox as a table. */
@ApplicationScoped
class PostgresOutbox implements Outbox {

    private static final String INSERT = "INSERT INTO outbox"
            + " (topic, key, message_id, type, correlation_id, occurred_at, value, headers)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    /** What leaves must be on disk first, unless its maker could make it again. */
    private static final String WAIT_FOR_DISK = "SET LOCAL synchronous_commit TO on";

    private static final String WAKE_REGISTERED = PostgresOutbox.class.getName();

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRelay relay;
    private final OutboxConfig config;
    private final DeadLetterNews news;

    PostgresOutbox(
            DataSource database,
            TransactionSynchronizationRegistry transaction,
            OutboxRelay relay,
            OutboxConfig config,
            DeadLetterNews news) {
        this.config = config;
        this.news = news;
        this.database = database;
        this.transaction = transaction;
        this.relay = relay;
    }

    @Override
    public void appendAll(List<OutboxMessage> messages) {
        insert(messages.stream().map(Row::of).toList());
    }

    @Override
    public void appendDeadLetter(ConsumerRecord<String, byte[]> dead, Exception reason) {
        Row row = Row.ofDeadLetter(dead, reason);
        insert(List.of(row));
        news.buried(dead, row.correlationId(), reason);
    }

    private void insert(List<Row> rows) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("messages leave in a transaction, and there is none active");
        }
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            waitForDiskAtCommit(connection);
            for (Row row : rows) {
                row.bind(connection, insert);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("could not write " + rows.size() + " messages to the outbox", e);
        }
        wakeRelayAfterCommit();
    }

    private void waitForDiskAtCommit(Connection connection) throws SQLException {
        boolean first = transaction.getResource(WAKE_REGISTERED) == null;
        if (first && !config.derived()) {
            try (Statement wait = connection.createStatement()) {
                wait.execute(WAIT_FOR_DISK);
            }
        }
    }

    private void wakeRelayAfterCommit() {
        if (transaction.getResource(WAKE_REGISTERED) != null) {
            return;
        }
        transaction.putResource(WAKE_REGISTERED, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to prepare: the rows are already written
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }

    /** No text of the database holds a zero byte; one in a foreign key, header or message must not stop its topic. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** Why it failed, as the one at the bottom of it says, and what was tried. */
    static String inWords(Exception reason) {
        Throwable root = reason;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String tried = Objects.toString(reason.getMessage(), reason.toString());
        String why = Objects.toString(root.getMessage(), root.toString());
        return tried.contains(why) ? tried : why + " (" + tried + ")";
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(
            String topic,
            @Nullable String key,
            String messageId,
            String type,
            String correlationId,
            Instant occurredAt,
            byte @Nullable [] value,
            @Nullable List<String> headers) {

        static Row of(OutboxMessage message) {
            return new Row(
                    message.topic(),
                    message.key(),
                    message.messageId(),
                    message.type(),
                    message.correlationId(),
                    message.occurredAt(),
                    message.value(),
                    null);
        }

        static Row ofDeadLetter(ConsumerRecord<String, byte[]> dead, Exception reason) {
            List<String> headers = new ArrayList<>();
            for (Header header : dead.headers()) {
                headers.add(header.key());
                byte[] value = header.value();
                headers.add(value == null ? "" : new String(value, StandardCharsets.UTF_8));
            }
            String place = dead.topic() + "-" + dead.partition() + "-" + dead.offset();
            headers.addAll(List.of("dlq-reason", inWords(reason)));
            headers.addAll(List.of("dlq-exception", reason.getClass().getName()));
            headers.addAll(List.of("dlq-topic", dead.topic()));
            headers.addAll(List.of("dlq-partition", Integer.toString(dead.partition())));
            headers.addAll(List.of("dlq-offset", Long.toString(dead.offset())));
            return new Row(
                    dead.topic() + ".dlq",
                    dead.key() == null ? null : PostgresOutbox.storable(dead.key()),
                    "dlq-" + place,
                    "dead-letter",
                    place,
                    Instant.ofEpochMilli(dead.timestamp()),
                    dead.value(),
                    headers.stream().map(PostgresOutbox::storable).toList());
        }

        void bind(Connection connection, PreparedStatement insert) throws SQLException {
            insert.setString(1, topic);
            insert.setString(2, key);
            insert.setString(3, messageId);
            insert.setString(4, type);
            insert.setString(5, correlationId);
            insert.setTimestamp(6, Timestamp.from(occurredAt));
            insert.setBytes(7, value);
            insert.setArray(8, headers == null ? null : connection.createArrayOf("text", headers.toArray()));
        }
    }
}
