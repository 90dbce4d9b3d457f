package io.fluxhero.simulation.checker;

import io.fluxhero.simulation.service.Wiring;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Mechanisms broken on purpose, each by its name; made anew for each world. */
final class Mutants {

    private Mutants() {}

    static Map<String, Supplier<Wiring>> all() {
        Map<String, Supplier<Wiring>> all = new LinkedHashMap<>(MessagingMutants.all());
        all.putAll(BrokerMutants.all());
        all.putAll(BookMutants.all());
        return all;
    }
}
