package io.fluxhero.simulation.database;

import io.fluxhero.contracts.Message;
import io.fluxhero.outbox.Inbox;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.OutboxMessage;
import io.fluxhero.outbox.Publication;
import io.fluxhero.simulation.log.Carrier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Inbox, outbox and offsets of one service, as rows of its database. */
public final class Mailbox implements Inbox, Outbox, Publication.Waitlist {

    /** How the names of topics for dead letters end. */
    public static final String DEAD = ".dlq";

    private static final int BATCH = 16;

    private final Database database;
    private final Rows<String, String> inbox;
    private final Rows<String, Long> offsets;
    private final Rows<Long, ProducerRecord<String, byte[]>> outbox;
    private final Carrier carrier;
    private final Runnable committed;
    private long sequence;

    /**
     * @param committed is told after a commit that left messages here
     */
    public Mailbox(Database database, Carrier carrier, Runnable committed) {
        this.database = database;
        this.inbox = new Rows<>(database);
        this.offsets = new Rows<>(database);
        this.outbox = new Rows<>(database);
        this.carrier = carrier;
        this.committed = committed;
    }

    @Override
    public Set<Entry> admit(Collection<Entry> entries) {
        Set<Entry> admitted = new HashSet<>();
        for (Entry entry : entries) {
            if (inbox.add(entry.topic() + '/' + entry.messageId(), entry.topic())) {
                admitted.add(entry);
            }
        }
        return admitted;
    }

    @Override
    public Map<TopicPartition, Long> lockOffsets(Collection<TopicPartition> partitions) {
        database.waitForDisk(false);
        Map<TopicPartition, Long> locked = new java.util.HashMap<>();
        partitions.forEach(
                partition -> locked.put(partition, nextOffset(partition).orElse(0)));
        return locked;
    }

    @Override
    public OptionalLong nextOffset(TopicPartition partition) {
        Long next = offsets.get(key(partition));
        return next == null ? OptionalLong.empty() : OptionalLong.of(next);
    }

    @Override
    public void moveTo(Map<TopicPartition, Long> nextOffsets) {
        Map<String, Long> sorted = new TreeMap<>();
        nextOffsets.forEach((partition, next) -> sorted.put(key(partition), next));
        sorted.forEach(offsets::put);
    }

    @Override
    public void appendAll(List<OutboxMessage> messages) {
        for (OutboxMessage message : messages) {
            byte[] value = message.body().content() instanceof Message said ? carrier.bytesOf(said) : message.value();
            add(new ProducerRecord<>(message.topic(), message.key(), value));
        }
    }

    @Override
    public void appendDeadLetter(ConsumerRecord<String, byte[]> dead, Exception reason) {
        String place = dead.topic() + '-' + dead.partition() + '-' + dead.offset();
        add(new ProducerRecord<>(dead.topic() + DEAD, dead.key(), place.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<Publication.Waiting> oldest() {
        List<Publication.Waiting> oldest = new ArrayList<>();
        for (var row : outbox.view().entrySet()) {
            if (oldest.size() == BATCH) {
                break;
            }
            oldest.add(new Publication.Waiting(row.getKey(), row.getValue()));
        }
        return oldest;
    }

    @Override
    public void delete(List<Publication.Waiting> published) {
        published.forEach(waiting -> outbox.remove(waiting.id()));
    }

    /** Whether nothing waits to be published. */
    public boolean isEmpty() {
        return outbox.view().isEmpty();
    }

    private void add(ProducerRecord<String, byte[]> message) {
        if (!database.isActive()) {
            throw new IllegalStateException("messages leave in a transaction, and there is none active");
        }
        database.waitForDisk(true);
        outbox.put(sequence++, message);
        database.afterCommit(committed);
    }

    private static String key(TopicPartition partition) {
        return partition.topic() + '-' + partition.partition();
    }
}
