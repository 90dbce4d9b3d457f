package io.fluxhero.simulation.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxhero.simulation.world.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What many seeds came to.
 *
 * @param from first seed
 * @param seeds how many were run
 * @param violations seeds in which an invariant broke
 * @param traceHash of everything in all of them, whatever the order and the number of threads
 * @param coverage seeds in which each fault struck
 * @param failures the first of them that broke something
 * @param seconds on the wall
 */
public record Report(
        long from,
        long seeds,
        long events,
        long violations,
        String traceHash,
        Map<Fault, Long> coverage,
        List<Outcome> failures,
        double seconds) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** For programs. */
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("from", from).put("seeds", seeds).put("events", events).put("violations", violations);
        root.put("trace_hash", traceHash);
        ObjectNode hits = root.putObject("coverage");
        coverage.forEach((fault, count) -> hits.put(fault.name(), count));
        var found = root.putArray("failures");
        for (Outcome failure : failures) {
            failure.violation()
                    .ifPresent(violation -> found.addObject()
                            .put("seed", failure.seed())
                            .put("invariant", violation.invariant())
                            .put("detail", violation.detail()));
        }
        root.put("seconds", Math.round(seconds * 1000) / 1000.0);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and words always have a JSON form", e);
        }
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-24s %4s %12s  %s%n", "fault", "row", "seeds", "what"));
        for (Fault fault : Fault.values()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-24s %4d %,12d  %s%n",
                    fault.name(),
                    fault.row(),
                    coverage.getOrDefault(fault, 0L),
                    fault.words()));
        }
        text.append(String.format(
                Locale.ROOT,
                "%n%,d seeds from %d, %,d events, %.1f s (%,.0f seeds/s)%nviolations %d, trace hash %s%n",
                seeds,
                from,
                events,
                seconds,
                seeds / Math.max(seconds, 0.001),
                violations,
                traceHash));
        return text.toString();
    }
}
