package io.fluxhero.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Ids and offsets without a database. */
final class InMemoryInbox implements Inbox {

    final Map<TopicPartition, Long> offsets = new HashMap<>();
    final List<TopicPartition> locked = new ArrayList<>();
    private final Set<Entry> known = new HashSet<>();
    private boolean broken;

    void breakDown() {
        broken = true;
    }

    @Override
    public Set<Entry> admit(Collection<Entry> entries) throws SQLException {
        if (broken) {
            throw new SQLException("away", "08006");
        }
        Set<Entry> fresh = new HashSet<>(entries);
        fresh.removeAll(known);
        known.addAll(fresh);
        return fresh;
    }

    @Override
    public Map<TopicPartition, Long> lockOffsets(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> next = new HashMap<>();
        partitions.forEach(partition -> next.put(partition, offsets.getOrDefault(partition, 0L)));
        locked.addAll(partitions);
        return next;
    }

    @Override
    public OptionalLong nextOffset(TopicPartition partition) {
        Long next = offsets.get(partition);
        return next == null ? OptionalLong.empty() : OptionalLong.of(next);
    }

    @Override
    public void moveTo(Map<TopicPartition, Long> nextOffsets) {
        offsets.putAll(nextOffsets);
    }
}
