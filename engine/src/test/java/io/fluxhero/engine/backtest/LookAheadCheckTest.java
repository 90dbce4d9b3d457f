package io.fluxhero.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.indicator.Sma;
import io.fluxhero.engine.market.BarView;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Strategy;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.engine.strategy.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookAheadCheckTest {

    private static CandleSeries market(int bars) {
        return CandleSeries.of(Markets.ofTrendsAndRanges(5, bars));
    }

    @ParameterizedTest
    @EnumSource
    void every_leak_is_caught(Leaks leak) {
        Optional<LookAheadCheck.Finding> finding = LookAheadCheck.of(market(400), leak);

        assertThat(finding).isPresent();
        assertThat(finding.get().bar()).isLessThanOrEqualTo(finding.get().changedAfter());
        assertThat(finding.get().said()).isNotEqualTo(finding.get().saidInstead());
        assertThat(finding.get().time())
                .isEqualTo(market(400).openTime(finding.get().bar()));
    }

    @Test
    void a_peek_at_the_next_bar_shows_at_the_last_unchanged_bar() {
        LookAheadCheck.Finding finding =
                LookAheadCheck.of(market(400), Leaks.PEEKS_AT_THE_NEXT_CLOSE).orElseThrow();

        assertThat(finding.bar()).isEqualTo(finding.changedAfter());
    }

    /** Crosses its moving average and remembers nothing else. */
    private static final class Honest implements Strategy {

        private final Sma average = new Sma(10);

        @Override
        public String name() {
            return "honest";
        }

        @Override
        public List<Signal> onBar(BarView bars) {
            average.update(bars.close());
            return bars.close() > average.value()
                    ? List.of(Signal.enter(Side.LONG, bars.close(), bars.low() * 0.9, "above average"))
                    : List.of();
        }

        @Override
        public Verdict verdict() {
            return Verdict.missing("below average", 1, average.value());
        }
    }

    @Test
    void honest_strategies_pass() {
        assertThat(LookAheadCheck.of(market(400), series -> new Honest())).isEmpty();
        assertThat(LookAheadCheck.of(market(400), series -> new RandomTrader(3)))
                .isEmpty();
    }

    @Test
    void the_dual_mode_passes_bar_by_bar_and_as_a_whole_run() {
        StrategyConfig strategy = StrategyConfig.defaults().withAllowShort(true);
        BacktestConfig config = new BacktestConfig(
                Timeframe.D1,
                strategy,
                RiskConfig.defaults(),
                CostModel.defaults(),
                Micros.of(100_000.0),
                Markets.day(60),
                0.04);

        assertThat(LookAheadCheck.of(market(1_200), series -> new DualMode(strategy), 25))
                .isEmpty();
        assertThat(LookAheadCheck.ofRun(config, "SYN", market(1_200), 25)).isEmpty();
    }
}
