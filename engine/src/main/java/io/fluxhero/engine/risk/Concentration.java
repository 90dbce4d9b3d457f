package io.fluxhero.engine.risk;

import java.util.Map;
import java.util.TreeMap;

/** Whether one position weighs too much in the whole (domain specification i.3). */
public final class Concentration {

    private Concentration() {}

    /** Share of a position in equity, as a fraction; shorts count by their absolute value. */
    public static double ratio(long valueMicros, long equityMicros) {
        return Math.abs(valueMicros) / (double) equityMicros;
    }

    /**
     * Which positions reach a share of equity.
     *
     * @param valuesMicros value by symbol, negative for shorts
     * @param limit as a fraction, 0.50 is half; reaching it is too much
     */
    public static Map<String, Boolean> reached(Map<String, Long> valuesMicros, long equityMicros, double limit) {
        Map<String, Boolean> reached = new TreeMap<>();
        valuesMicros.forEach((symbol, value) -> reached.put(symbol, ratio(value, equityMicros) >= limit));
        return reached;
    }
}
