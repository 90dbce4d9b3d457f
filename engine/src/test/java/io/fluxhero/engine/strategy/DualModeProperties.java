package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.regime.Regime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every series of bars. */
class DualModeProperties {

    private static final int BARS = 600;

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 20_261_120})
    void an_instance_that_never_stopped_equals_one_that_was_replayed(long seed) {
        List<Candle> bars = Bars.walk(seed, BARS);
        DualMode running = new DualMode(config());

        for (int i = 0; i < bars.size(); i++) {
            BarOutcome live = running.onCandle(bars.get(i));
            if (i % 37 == 0) {
                assertThat(replay(bars.subList(0, i + 1)).getLast())
                        .as("seed %d bar %d", seed, i)
                        .isEqualTo(live);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 20_261_120})
    void every_exit_was_armed_by_an_entry(long seed) {
        Set<String> armed = new HashSet<>();

        for (BarOutcome outcome : replay(Bars.walk(seed, BARS))) {
            for (Signal signal : outcome.signals()) {
                String key = signal.mode() + " " + signal.side();
                switch (signal) {
                    case Signal.Exit exit ->
                        assertThat(armed.remove(key))
                                .as("seed %d %s", seed, exit)
                                .isTrue();
                    case Signal.Entry entry -> {
                        assertThat(entry.side().sign() * (entry.price() - entry.stop()))
                                .as("seed %d %s", seed, entry)
                                .isPositive();
                        armed.add(key);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 20_261_120})
    void what_is_known_stays_known_and_in_its_bounds(long seed) {
        List<BarOutcome> outcomes = replay(Bars.walk(seed, BARS));

        for (BarOutcome outcome : outcomes.subList(64, BARS)) {
            assertThat(outcome.indicators().atrAverage()).isPositive();
            assertThat(outcome.indicators().rsi()).isBetween(0.0, 100.0);
            assertThat(outcome.indicators().adx()).isBetween(0.0, 100.0);
            assertThat(outcome.indicators().rSquared()).isBetween(0.0, 1.0);
            assertThat(outcome.indicators().efficiencyRatio()).isBetween(0.0, 1.0);
            assertThat(outcome.indicators().bollingerLower())
                    .isLessThanOrEqualTo(outcome.indicators().bollingerUpper());
        }
    }

    @Test
    void the_walks_visit_every_regime_and_signal_both_ways() {
        Set<Regime> regimes = EnumSet.noneOf(Regime.class);
        List<Signal> signals = new ArrayList<>();
        for (long seed : new long[] {1, 7, 42, 20_261_120}) {
            for (BarOutcome outcome : replay(Bars.walk(seed, BARS))) {
                regimes.add(outcome.regime());
                signals.addAll(outcome.signals());
            }
        }

        assertThat(regimes).containsExactlyInAnyOrder(Regime.values());
        assertThat(signals).hasAtLeastOneElementOfType(Signal.Entry.class);
        assertThat(signals).hasAtLeastOneElementOfType(Signal.Exit.class);
    }

    private static List<BarOutcome> replay(List<Candle> bars) {
        DualMode strategy = new DualMode(config());
        return bars.stream().map(strategy::onCandle).toList();
    }

    private static StrategyConfig config() {
        return StrategyConfig.defaults().withAllowShort(true).withNoise(NoiseRules.off());
    }
}
