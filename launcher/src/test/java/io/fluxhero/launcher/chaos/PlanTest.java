package io.fluxhero.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.launcher.chaos.Strike.Act;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final int MANY = 2_000;

    private final Plan plan = new Plan(7, Target.USUAL);

    @Test
    void repeats_itself_by_its_seed() {
        assertThat(strikes(plan)).isEqualTo(strikes(new Plan(7, Target.USUAL)));
        assertThat(strikes(plan)).isNotEqualTo(strikes(new Plan(8, Target.USUAL)));
    }

    @Test
    void aims_half_of_its_blows_at_an_order_and_strikes_two_at_times() {
        List<Strike> strikes = strikes(plan);

        assertThat(strikes.stream().filter(Strike::aimed).count()).isBetween(MANY * 45L / 100, MANY * 55L / 100);
        assertThat(strikes.stream()
                        .filter(strike -> strike.targets().size() == 2)
                        .count())
                .isBetween(MANY * 15L / 100, MANY * 25L / 100);
        assertThat(strikes.stream().filter(strike -> strike.act() == Act.STOP).count())
                .isBetween(MANY * 25L / 100, MANY * 35L / 100);
        assertThat(strikes)
                .allSatisfy(
                        strike -> assertThat(strike.freeze()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10)));
    }

    @Test
    void strikes_every_target_about_equally_often_and_no_other() {
        List<Strike> strikes = strikes(plan);

        for (Target target : Target.values()) {
            long hits = strikes.stream()
                    .filter(strike -> strike.targets().contains(target))
                    .count();
            if (target == Target.BACKTEST) {
                assertThat(hits).isZero();
            } else {
                assertThat(hits).as(target.label()).isBetween(MANY * 13L / 100, MANY * 22L / 100);
            }
        }
    }

    @Test
    void never_strikes_the_only_target_twice_at_once() {
        assertThat(strikes(new Plan(1, EnumSet.of(Target.RISK))))
                .allSatisfy(strike -> assertThat(strike.targets()).containsExactly(Target.RISK));
    }

    private static List<Strike> strikes(Plan plan) {
        return IntStream.range(0, MANY).mapToObj(plan::strike).toList();
    }
}
