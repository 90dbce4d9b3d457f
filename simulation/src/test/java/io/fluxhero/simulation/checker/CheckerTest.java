package io.fluxhero.simulation.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.simulation.run.Outcome;
import io.fluxhero.simulation.run.Scope;
import io.fluxhero.simulation.run.Simulation;
import io.fluxhero.simulation.service.Wiring;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CheckerTest {

    private static final int MOST_SEEDS = 3_000;

    @BeforeAll
    static void nobody_reads_the_log() {
        Logger.getLogger("").setLevel(Level.OFF);
    }

    @Test
    void there_are_enough_broken_mechanisms() {
        assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(20);
    }

    @TestFactory
    Stream<DynamicTest> finds_every_broken_mechanism() {
        return Mutants.all().entrySet().stream()
                .map(mutant -> DynamicTest.dynamicTest(mutant.getKey(), () -> isFound(mutant)));
    }

    private static void isFound(Map.Entry<String, Supplier<Wiring>> mutant) {
        Optional<Outcome> found = Optional.empty();
        for (long seed = 0; seed < MOST_SEEDS && found.isEmpty(); seed++) {
            Outcome outcome = Simulation.of(seed, Scope.WHOLE, mutant.getValue().get());
            found = outcome.violation().isPresent() ? Optional.of(outcome) : Optional.empty();
        }
        assertThat(found).as("%s within %d seeds", mutant.getKey(), MOST_SEEDS).isPresent();
        found.flatMap(Outcome::violation)
                .ifPresent(violation -> System.out.printf("%-40s %s%n", mutant.getKey(), violation));
    }
}
