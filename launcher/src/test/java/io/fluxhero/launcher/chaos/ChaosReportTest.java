package io.fluxhero.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.launcher.chaos.Strike.Act;
import io.fluxhero.launcher.home.RunStateFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChaosReportTest {

    private final ChaosReport report = new ChaosReport(5, 3);

    @Test
    void counts_blows_and_how_long_it_took_to_be_ready() throws Exception {
        report.add(cycle(0, kill(Target.RISK, Target.KAFKA), 1, 4_000, clean(10, 6)));
        report.add(cycle(1, kill(Target.RISK), 0, 6_000, clean(14, 9)));
        report.endRound(clean(15, 10));
        report.add(cycle(2, kill(Target.RISK), 2, 5_000, clean(3, 1)));

        var tree = RunStateFile.JSON.readTree(report.asJson());
        assertThat(tree.path("cycles").asInt()).isEqualTo(3);
        assertThat(tree.path("kills").asInt()).isEqualTo(4);
        assertThat(tree.path("with_order_in_flight").asInt()).isEqualTo(2);
        assertThat(tree.path("orders").asInt()).isEqualTo(18);
        assertThat(tree.path("fills").asInt()).isEqualTo(11);
        assertThat(tree.path("ready_ms").path("p50").asLong()).isEqualTo(5_000);
        assertThat(tree.path("ready_ms").path("p95").asLong()).isEqualTo(6_000);
        assertThat(tree.path("targets").path(0).path("target").asText()).isEqualTo("risk");
        assertThat(tree.path("targets").path(1).path("kills").asInt()).isEqualTo(1);
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void counts_a_thing_that_stays_lost_once() throws Exception {
        Ledger ledger = new Ledger(3, 2, Set.of("execution fil-1"), Set.of(), Set.of("order ord-9"));
        report.add(cycle(0, kill(Target.RISK), 0, 1, new Inspection(ledger, Map.of(), 20_000)));
        report.add(
                cycle(1, kill(Target.RISK), 0, 1, new Inspection(ledger, Map.of("I4 positions", "holds 1"), 20_000)));

        var tree = RunStateFile.JSON.readTree(report.asJson());
        assertThat(tree.path("lost").asInt()).isEqualTo(1);
        assertThat(tree.path("doubled").asInt()).isZero();
        assertThat(tree.path("orphans").asInt()).isEqualTo(1);
        assertThat(tree.path("violations").toString())
                .contains("cycle 1: I4 positions: holds 1", "lost: execution fil-1");
        assertThat(report.isClean()).isFalse();
        assertThat(report.asText()).contains("1 lost, 0 doubled, 1 orphans, 1 other violation(s)");
    }

    @Test
    void forgets_what_was_only_under_way() {
        Ledger before = new Ledger(3, 2, Set.of("execution fil-1", "execution fil-2"), Set.of(), Set.of());
        Ledger after = new Ledger(4, 3, Set.of("execution fil-2", "execution fil-3"), Set.of(), Set.of());

        assertThat(after.stillAs(before).lost()).containsExactly("execution fil-2");
    }

    private static Strike kill(Target... targets) {
        return new Strike(List.of(targets), Act.KILL, true, Duration.ZERO, Duration.ZERO);
    }

    private static Cycle cycle(int number, Strike strike, int inFlight, long ready, Inspection inspection) {
        return new Cycle(number, strike, inFlight, ready, ready, inspection);
    }

    private static Inspection clean(long orders, long fills) {
        return new Inspection(new Ledger(orders, fills, Set.of(), Set.of(), Set.of()), Map.of(), 100);
    }
}
