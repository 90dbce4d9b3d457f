package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Micros;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects named figures in the order in which they are to be read. */
final class Figures {

    private final Map<String, Double> values = new LinkedHashMap<>();

    static Figures of(String name, double value) {
        return new Figures().and(name, value);
    }

    static Figures money(String name, long micros) {
        return new Figures().andMoney(name, micros);
    }

    Figures and(String name, double value) {
        values.put(name, value);
        return this;
    }

    Figures andMoney(String name, long micros) {
        return and(name, Micros.toDouble(micros));
    }

    Map<String, Double> asMap() {
        return Collections.unmodifiableMap(values);
    }
}
