package io.fluxhero.simulation;

import io.fluxhero.engine.rules.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keeps_the_house_rules() {
        return HouseRules.of("io.fluxhero.simulation");
    }
}
