package io.fluxhero.simulation.log;

import io.fluxhero.simulation.world.Agenda;
import io.fluxhero.simulation.world.Chance;
import io.fluxhero.simulation.world.Fault;
import io.fluxhero.simulation.world.Faults;
import io.fluxhero.simulation.world.Trace;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One partition as one consumer reads it: in order, in batches, and again from an older place where faults say so. */
public final class Subscription {

    private static final int LARGEST_BATCH = 8;
    private static final int LONGEST_DELAY_MILLIS = 40;
    private static final int LONGEST_STANDSTILL_MILLIS = 20_000;

    private final Topic topic;
    private final int partition;
    private final Reader reader;
    private final Agenda agenda;
    private final Faults faults;
    private final Chance chance;
    private final Trace trace;
    private boolean open;
    private boolean scheduled;
    private long position;
    private long generation;

    /** Who reads. */
    public interface Reader {

        /** Takes the batch in. An error means that the consumer is gone. */
        void read(List<ConsumerRecord<String, byte[]>> batch);

        /** Where to read on after a start. */
        long storedPosition(String topic, int partition);

        /** The stored place is no longer valid: the topic is read anew. */
        void forgetPosition(String topic, int partition);
    }

    public Subscription(
            Topic topic, int partition, Reader reader, Agenda agenda, Faults faults, Chance chance, Trace trace) {
        this.topic = topic;
        this.partition = partition;
        this.reader = reader;
        this.agenda = agenda;
        this.faults = faults;
        this.chance = chance;
        this.trace = trace;
        topic.listen(this::look);
    }

    /** The consumer has started. */
    public void open() {
        open = true;
        generation++;
        position = reader.storedPosition(topic.name(), partition);
        look();
    }

    /** The consumer is gone. */
    public void close() {
        open = false;
        scheduled = false;
        generation++;
    }

    /** Whether everything was read. */
    public boolean isCaughtUp() {
        return position >= topic.partition(partition).size();
    }

    private void look() {
        if (!open || scheduled || isCaughtUp()) {
            return;
        }
        long delay = 1L + chance.below(LONGEST_DELAY_MILLIS);
        if (faults.strikes(Fault.SLOW_CONSUMER)) {
            delay += chance.below(LONGEST_STANDSTILL_MILLIS);
        }
        scheduled = true;
        long mine = generation;
        agenda.in(delay, () -> {
            if (open && generation == mine) {
                scheduled = false;
                poll();
            }
        });
    }

    private void poll() {
        List<ConsumerRecord<String, byte[]>> all = topic.partition(partition);
        long mine = generation;
        rewind(all.size());
        if (!open || generation != mine) {
            return;
        }
        int end = (int) Math.min(all.size(), position + 1 + chance.below(LARGEST_BATCH));
        List<ConsumerRecord<String, byte[]>> batch = List.copyOf(all.subList((int) position, end));
        if (batch.isEmpty()) {
            return;
        }
        trace.add("deliver", topic.name(), position * 1000 + batch.size());
        reader.read(batch);
        if (open && generation == mine) {
            if (faults.strikes(Fault.ZOMBIE)) {
                reader.read(batch);
            }
            position = end;
            look();
        }
    }

    private void rewind(int size) {
        if (position > 0 && faults.strikes(Fault.REBALANCED)) {
            position = Math.max(0, position - 1 - chance.below(LARGEST_BATCH));
        }
        if (position > 0 && position <= size && faults.strikes(Fault.REPLAY)) {
            reader.forgetPosition(topic.name(), partition);
            position = 0;
        }
    }
}
