package io.fluxhero.benchmarks.stack;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions and their answers, by a key; topics are read side by side, so an answer may be seen before its question. */
final class Awaited {

    private final Map<String, Long> asked = new HashMap<>();
    private final Map<String, Double> early = new HashMap<>();
    private Latencies latencies = new Latencies();

    /** It was asked at this time, in milliseconds. */
    void asked(String key, long written) {
        Double answer = early.remove(key);
        if (answer == null) {
            asked.put(key, written);
        } else {
            latencies.add(answer - written);
        }
    }

    /** Its answer was seen at this time. */
    void answered(String key, double now) {
        Long written = asked.remove(key);
        if (written == null) {
            early.put(key, now);
        } else {
            latencies.add(now - written);
        }
    }

    /** When an open question was asked. */
    @Nullable
    Long since(String key) {
        return asked.get(key);
    }

    /** Questions without an answer. */
    int open() {
        return asked.size();
    }

    /** Those since the last call. */
    Latencies takeLatencies() {
        Latencies taken = latencies;
        latencies = new Latencies();
        return taken;
    }
}
