package io.fluxhero.engine.risk;

import io.fluxhero.engine.risk.AccountState.External;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;

/** Shares at the broker that no order of ours bought, by symbol. */
final class Externals {

    private final TreeMap<String, External> held = new TreeMap<>();

    Externals(Map<String, External> known) {
        held.putAll(known);
    }

    Map<String, External> snapshot() {
        return held.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(held));
    }

    /** So many shares of a symbol; nothing where {@code shares} is 0. */
    void tell(String symbol, long shares, long price) {
        if (shares == 0) {
            held.remove(symbol);
        } else {
            held.put(symbol, new External(shares, price));
        }
    }

    boolean has(String symbol) {
        return held.containsKey(symbol);
    }

    int size() {
        return held.size();
    }

    /** Sum of the absolute values, at the last closes or else at the prices that were told. */
    long exposure(ToLongBiFunction<String, Long> markOrElse) {
        long exposure = 0;
        for (Map.Entry<String, External> entry : held.entrySet()) {
            long price = markOrElse.applyAsLong(entry.getKey(), entry.getValue().priceMicros());
            exposure += Math.abs(entry.getValue().shares()) * price;
        }
        return exposure;
    }
}
