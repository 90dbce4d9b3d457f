package io.fluxhero.outbox;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** What was already taken in: message ids and offsets, in the caller's transaction where there is one. */
public interface Inbox {

    /** An id on a topic. */
    record Entry(String topic, String messageId) {}

    /** Remembers the entries and returns those that are new. */
    Set<Entry> admit(Collection<Entry> entries) throws SQLException;

    /** The next offset of each partition, locked against whoever else believes to own it; absent ones are 0. */
    Map<TopicPartition, Long> lockOffsets(Collection<TopicPartition> partitions) throws SQLException;

    /** The next offset of a partition, empty where nothing was read yet. */
    OptionalLong nextOffset(TopicPartition partition) throws SQLException;

    /** Remembers up to where the partitions are read. */
    void moveTo(Map<TopicPartition, Long> nextOffsets) throws SQLException;
}
