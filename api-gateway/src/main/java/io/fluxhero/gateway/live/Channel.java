package io.fluxhero.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One topic: its number, its state, and the last changes for those who come back. Guarded by the hub. */
final class Channel {
    static final int RING = 1_000;

    private final TopicName name;
    private final Deque<Change> ring = new ArrayDeque<>();
    private @Nullable JsonNode state;
    private Instant asOf;
    private long seq;

    /** @param firstSeq above every number that an earlier life of the gateway gave, so that a resume never mixes lives */
    Channel(TopicName name, long firstSeq, Instant now) {
        this.name = name;
        this.seq = firstSeq;
        this.asOf = now;
    }

    Change publish(JsonNode data, Instant at) {
        seq++;
        asOf = at;
        state = name.kind().fold().add(state, data);
        Change change = new Change(seq, at, data);
        ring.addLast(change);
        if (ring.size() > RING) {
            ring.removeFirst();
        }
        return change;
    }

    /** The changes after {@code last}; empty where the ring no longer (or never) held them all. */
    Optional<List<Change>> since(long last) {
        if (last == seq) {
            return Optional.of(List.of());
        }
        if (last > seq || ring.isEmpty() || ring.getFirst().seq() > last + 1) {
            return Optional.empty();
        }
        return Optional.of(ring.stream().filter(change -> change.seq() > last).toList());
    }

    TopicName name() {
        return name;
    }

    @Nullable
    JsonNode state() {
        return state;
    }

    Instant asOf() {
        return asOf;
    }

    long seq() {
        return seq;
    }
}
