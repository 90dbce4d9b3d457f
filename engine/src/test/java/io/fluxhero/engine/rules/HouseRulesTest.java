package io.fluxhero.engine.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.fluxhero.engine.rules.planted.AsksAClock;
import org.junit.jupiter.api.Test;

/** Each rule catches its planted offender. */
class HouseRulesTest {

    private static final String PLANTED = "io.fluxhero.engine.rules.planted";
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void technology_in_a_domain_is_caught() {
        assertCaught(HouseRules.pureRulesKnowNoTechnology(), "KnowsSql");
    }

    @Test
    void chance_in_a_domain_is_caught() {
        assertCaught(HouseRules.pureRulesAreDeterministic(), "ThrowsDice");
    }

    @Test
    void time_without_a_clock_is_caught() {
        assertCaught(HouseRules.timeComesThroughAClock(), "AsksTheSystem");
    }

    @Test
    void a_given_clock_and_seed_are_fine() {
        JavaClasses honest = new ClassFileImporter().importClasses(AsksAClock.class);

        assertThatCode(() -> HouseRules.timeComesThroughAClock().check(honest)).doesNotThrowAnyException();
        assertThatCode(() -> HouseRules.pureRulesAreDeterministic().check(honest))
                .doesNotThrowAnyException();
    }

    @Test
    void an_engine_that_speaks_contracts_is_caught() {
        assertCaught(HouseRules.strangers(PLANTED + ".engine", PLANTED + ".contracts"), "SpeaksContracts");
    }

    @Test
    void an_edge_in_another_edge_is_caught() {
        assertCaught(HouseRules.edgeKnowsNoOther(PLANTED, "kafka"), "ReadsRows");
    }

    @Test
    void a_ring_of_packages_is_caught() {
        assertCaught(HouseRules.packagesHaveNoCycles(), "planted.ring.one");
    }

    @Test
    void an_injected_field_is_caught() {
        assertCaught(HouseRules.fieldsAreNotInjected(), "GetsItsFieldFromOutside");
    }

    @Test
    void a_name_that_says_nothing_is_caught() {
        assertCaught(HouseRules.namesSayWhatAThingIs(), "PriceHelper");
    }

    @Test
    void a_package_without_its_sign_is_caught() {
        assertCaught(HouseRules.everyPackageHasItsSign(), "NoSign");
    }

    private static void assertCaught(ArchRule rule, String offender) {
        assertThatThrownBy(() -> rule.check(OFFENDERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender);
    }
}
