package io.fluxhero.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.simulation.world.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShrinkTest {

    /** Fails where fills come twice within four bars or more, whatever else happens. */
    private static Outcome world(Scope scope) {
        Set<Fault> struck = EnumSet.of(Fault.DUPLICATE_FILL, Fault.POISON, Fault.KILLED, Fault.HALT);
        struck.removeAll(scope.without());
        boolean fails = struck.contains(Fault.DUPLICATE_FILL) && scope.mostBars() >= 4;
        List<String> trace = scope.inWords() ? List.of("bars " + scope.mostBars()) : List.of();
        return new Outcome(
                1, 1, 1, struck, fails ? Optional.of(new Outcome.Violation("I3", "twice")) : Optional.empty(), trace);
    }

    @Test
    void leaves_only_what_the_failure_needs() {
        Outcome smallest = new Shrink(ShrinkTest::world).smallest(world(Scope.WHOLE), Scope.WHOLE);

        assertThat(smallest.struck()).containsExactlyInAnyOrder(Fault.DUPLICATE_FILL, Fault.HALT);
        assertThat(smallest.trace()).containsExactly("bars 4");
        assertThat(smallest.violation()).isPresent();
    }
}
