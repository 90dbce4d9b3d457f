package io.fluxhero.simulation.log;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One topic: what was written stays, in the order of each partition. */
public final class Topic {

    private final String name;
    private final List<List<ConsumerRecord<String, byte[]>>> partitions = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    Topic(String name, int partitions) {
        this.name = name;
        for (int i = 0; i < partitions; i++) {
            this.partitions.add(new ArrayList<>());
        }
    }

    public String name() {
        return name;
    }

    /** How many partitions it has. */
    public int width() {
        return partitions.size();
    }

    /** Everything in one partition, by offset. */
    public List<ConsumerRecord<String, byte[]>> partition(int number) {
        return partitions.get(number);
    }

    /** Everything in it, partition by partition. */
    public List<ConsumerRecord<String, byte[]>> all() {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        partitions.forEach(all::addAll);
        return all;
    }

    /** Is told of every record. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void append(String key, byte @Nullable [] value) {
        int number = Math.floorMod(key.hashCode(), partitions.size());
        List<ConsumerRecord<String, byte[]>> partition = partitions.get(number);
        partition.add(new ConsumerRecord<>(name, number, partition.size(), key, value));
        for (Runnable listener : listeners) {
            listener.run();
        }
    }
}
