package io.fluxhero.risk.domain.bar;

import static io.fluxhero.risk.domain.bar.Bars.MONDAY;
import static io.fluxhero.risk.domain.bar.Bars.TUESDAY;
import static io.fluxhero.risk.domain.bar.Bars.WEDNESDAY;
import static io.fluxhero.risk.domain.bar.Bars.bar;
import static io.fluxhero.risk.domain.bar.Bars.longEntry;
import static io.fluxhero.risk.domain.bar.Bars.signal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BarSequenceTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final SortedSet<String> WATCHED =
            Collections.unmodifiableSortedSet(new TreeSet<>(List.of("QQQ", "SPY")));

    private final InMemoryBarInputs inputs = new InMemoryBarInputs();
    private final BarSequence both = new BarSequence(inputs, WATCHED, GRACE);

    @Test
    void waits_while_nothing_is_settled() {
        inputs.indicated(bar("SPY", MONDAY), 1.5, List.of());
        inputs.indicated(bar("QQQ", MONDAY), 1.5, List.of());

        assertThat(both.next(NOW.plusSeconds(3600))).isEmpty();
    }

    @Test
    void decides_when_the_last_part_of_the_last_symbol_arrives() {
        inputs.settled(bar("SPY", MONDAY), 101.5, NOW);
        inputs.settled(bar("QQQ", MONDAY), 55.25, NOW);
        inputs.indicated(bar("QQQ", MONDAY), 1.5, List.of());
        assertThat(both.next(NOW)).isEmpty();

        inputs.indicated(bar("SPY", MONDAY), Double.NaN, List.of());

        ReadyBar ready = both.next(NOW).orElseThrow();
        assertThat(ready.barTime()).isEqualTo(MONDAY);
        assertThat(ready.inputs()).extracting(BarInput::symbol).containsExactly("QQQ", "SPY");
        assertThat(ready.waitedInVain()).isFalse();
        assertThat(ready.correlationId()).isEqualTo("cnd-QQQ-" + MONDAY);
        assertThat(ready.correlationId("SPY")).isEqualTo("cnd-SPY-" + MONDAY);
    }

    @Test
    void knows_which_signals_the_strategy_listed() {
        whole("QQQ", MONDAY);
        inputs.settled(bar("SPY", MONDAY), 101.5, NOW);
        inputs.indicated(bar("SPY", MONDAY), 1.5, List.of("sig-listed"));
        ReceivedSignal listed = Bars.signal("sig-listed", "SPY", MONDAY, Bars.longEntry(101.5, 99));
        ReceivedSignal unlisted = Bars.signal("sig-unlisted", "SPY", MONDAY, Bars.longEntry(101.5, 99));
        inputs.signalled(listed);
        inputs.signalled(unlisted);

        ReadyBar ready = both.next(NOW).orElseThrow();

        assertThat(ready.lists(listed)).isTrue();
        assertThat(ready.lists(unlisted)).isFalse();
        assertThat(ready.inputs().getLast().listedSignals()).containsExactly(listed);
    }

    @Test
    void waits_for_every_signal_that_the_strategy_listed_however_long() {
        whole("QQQ", MONDAY);
        inputs.settled(bar("SPY", MONDAY), 101.5, NOW);
        inputs.indicated(bar("SPY", MONDAY), 1.5, List.of("sig-exit", "sig-entry"));
        inputs.signalled(Bars.signal("sig-entry", "SPY", MONDAY, Bars.longEntry(101.5, 99)));
        assertThat(both.next(NOW.plusSeconds(3600))).isEmpty();

        inputs.signalled(Bars.signal("sig-exit", "SPY", MONDAY, Bars.longExit(101.5)));

        assertThat(both.next(NOW).orElseThrow().inputs().getLast().listedSignals())
                .extracting(ReceivedSignal::signalId)
                .containsExactly("sig-exit", "sig-entry");
    }

    @Test
    void leaves_out_a_signal_that_the_strategy_did_not_list() {
        whole("QQQ", MONDAY);
        inputs.signalled(Bars.signal("sig-stray", "SPY", MONDAY, Bars.longEntry(101.5, 99)));
        whole("SPY", MONDAY);

        assertThat(both.next(NOW).orElseThrow().inputs().getLast().listedSignals())
                .isEmpty();
    }

    @Test
    void takes_an_answer_to_a_later_bar_as_there_being_none_at_this_time() {
        whole("SPY", MONDAY);
        assertThat(both.next(NOW)).isEmpty();

        inputs.indicated(bar("QQQ", TUESDAY), 1.5, List.of());

        ReadyBar ready = both.next(NOW).orElseThrow();
        assertThat(ready.inputs()).extracting(BarInput::symbol).containsExactly("SPY");
        assertThat(ready.waitedInVain()).isFalse();
    }

    @Test
    void ends_the_wait_for_an_unknown_symbol_after_the_grace_period_and_says_so() {
        whole("SPY", MONDAY);

        assertThat(both.next(NOW.plus(GRACE).minusMillis(1))).isEmpty();

        ReadyBar ready = both.next(NOW.plus(GRACE)).orElseThrow();
        assertThat(ready.waitedInVain()).isTrue();
        assertThat(ready.inputs()).extracting(BarInput::symbol).containsExactly("SPY");
    }

    @Test
    void has_no_grace_for_a_bar_that_is_known_to_exist() {
        inputs.settled(bar("SPY", MONDAY), 101.5, NOW);
        inputs.indicated(bar("QQQ", MONDAY), 1.5, List.of());

        assertThat(both.next(NOW.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void says_what_a_bar_waits_for() {
        inputs.settled(bar("SPY", MONDAY), 101.5, NOW);
        assertThat(missing()).containsExactly("QQQ: nothing of it came", "SPY: the strategy has not answered it");

        inputs.indicated(bar("QQQ", MONDAY), 1.5, List.of());
        inputs.indicated(bar("SPY", MONDAY), 1.5, List.of("sig-1", "sig-2"));
        inputs.signalled(signal("sig-1", "SPY", MONDAY, longEntry(101.5, 99)));
        assertThat(missing())
                .containsExactly("QQQ: the broker's side is not through with it", "SPY: signal sig-2 has not come");

        inputs.settled(bar("QQQ", MONDAY), 50, NOW);
        inputs.signalled(signal("sig-2", "SPY", MONDAY, longEntry(101.5, 99)));
        assertThat(missing()).isEmpty();
    }

    private List<String> missing() {
        return inputs.oldestSettled().orElseThrow().missing(WATCHED);
    }

    @Test
    void never_overtakes_an_older_bar() {
        whole("QQQ", TUESDAY);
        whole("SPY", TUESDAY);
        inputs.settled(bar("SPY", MONDAY), 101.5, NOW);
        inputs.indicated(bar("SPY", WEDNESDAY), 1.5, List.of());

        assertThat(both.next(NOW).orElseThrow().barTime()).isEqualTo(MONDAY);
        inputs.forgetUpTo(MONDAY);
        assertThat(both.next(NOW).orElseThrow().barTime()).isEqualTo(TUESDAY);
        inputs.forgetUpTo(TUESDAY);
        assertThat(both.next(NOW)).isEmpty();
    }

    private void whole(String symbol, Instant time) {
        inputs.settled(bar(symbol, time), 101.5, NOW);
        inputs.indicated(bar(symbol, time), 1.5, List.of());
    }
}
