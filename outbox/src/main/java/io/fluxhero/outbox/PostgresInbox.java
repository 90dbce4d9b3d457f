package io.fluxhero.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/** The inbox as two tables. */
@ApplicationScoped
class PostgresInbox implements Inbox {

    private static final String ADMIT = "INSERT INTO inbox (topic, message_id)"
            + " SELECT * FROM unnest(?::text[], ?::text[]) ON CONFLICT DO NOTHING RETURNING topic, message_id";
    private static final String NEXT_OFFSET =
            "SELECT next_offset FROM consumer_offsets WHERE topic = ? AND partition = ?";
    /**
     * Taking in need not wait for the disk: a crash takes the offset with the rest, {@link KnownOffsets} notices, and the
     * topic still has the message. Whoever speaks in the same transaction waits again.
     */
    private static final String LOCK =
            "SELECT topic, partition, next_offset, set_config('synchronous_commit', 'off', true)"
                    + " FROM consumer_offsets WHERE (topic, partition) IN (SELECT * FROM unnest(?::text[], ?::int[]))"
                    + " ORDER BY topic, partition FOR UPDATE";

    private static final String MOVE = "INSERT INTO consumer_offsets (topic, partition, next_offset) VALUES (?, ?, ?)"
            + " ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset";

    private final DataSource database;

    PostgresInbox(DataSource database) {
        this.database = database;
    }

    @Override
    public Set<Entry> admit(Collection<Entry> entries) throws SQLException {
        Set<Entry> admitted = new HashSet<>();
        if (entries.isEmpty()) {
            return admitted;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADMIT)) {
            Object[] topics = entries.stream().map(Entry::topic).toArray();
            Object[] ids = entries.stream().map(Entry::messageId).toArray();
            insert.setArray(1, connection.createArrayOf("text", topics));
            insert.setArray(2, connection.createArrayOf("text", ids));
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    admitted.add(new Entry(row.getString(1), row.getString(2)));
                }
            }
        }
        return admitted;
    }

    @Override
    public Map<TopicPartition, Long> lockOffsets(Collection<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        partitions.forEach(partition -> offsets.put(partition, 0L));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LOCK)) {
            Object[] topics = partitions.stream().map(TopicPartition::topic).toArray();
            Object[] numbers =
                    partitions.stream().map(TopicPartition::partition).toArray();
            select.setArray(1, connection.createArrayOf("text", topics));
            select.setArray(2, connection.createArrayOf("int", numbers));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    offsets.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                }
            }
        }
        return offsets;
    }

    @Override
    public OptionalLong nextOffset(TopicPartition partition) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NEXT_OFFSET)) {
            select.setString(1, partition.topic());
            select.setInt(2, partition.partition());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    @Override
    public void moveTo(Map<TopicPartition, Long> nextOffsets) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(MOVE)) {
            for (Map.Entry<TopicPartition, Long> next : nextOffsets.entrySet()) {
                upsert.setString(1, next.getKey().topic());
                upsert.setInt(2, next.getKey().partition());
                upsert.setLong(3, next.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
