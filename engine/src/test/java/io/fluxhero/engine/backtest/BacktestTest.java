package io.fluxhero.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.Given;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.engine.strategy.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static BacktestConfig config(long tradeFrom) {
        return new BacktestConfig(
                Timeframe.D1,
                StrategyConfig.defaults(),
                RiskConfig.defaults(),
                CostModel.defaults(),
                Micros.of(100_000.0),
                tradeFrom,
                0.04);
    }

    private static long day(int index) {
        return Markets.day(index);
    }

    private static Candle bar(int day, double open, double high, double low, double close) {
        return new Candle(day(day), open, high, low, close, 1_000_000);
    }

    /** Says these signals at the close of these days and nothing else. */
    private static Voice says(CandleSeries series, Map<Long, Signal> signals, double atr) {
        return new Voice() {
            @Override
            public List<Signal> onBar(int index) {
                Signal signal = signals.get(series.openTime(index));
                return signal == null ? List.of() : List.of(signal);
            }

            @Override
            public double atr() {
                return atr;
            }

            @Override
            public Verdict verdict() {
                return Verdict.warmingUp(0, 1);
            }
        };
    }

    private static BacktestResult run(long tradeFrom, List<Candle> candles, Map<Long, Signal> signals, double atr) {
        TreeMap<String, List<Candle>> bars = new TreeMap<>(Map.of("SPY", candles));
        return run(config(tradeFrom), bars, BacktestOptions.defaults(), signals, atr);
    }

    private static BacktestResult run(
            BacktestConfig config,
            SortedMap<String, List<Candle>> bars,
            BacktestOptions options,
            Map<Long, Signal> signals,
            double atr) {
        MarketHistory history = MarketHistory.ofCandles(bars);
        return Backtest.run(config, options, history, (symbol, series) -> says(series, signals, atr));
    }

    private static final List<Candle> MARKET = List.of(
            bar(0, 100, 102, 99, 101),
            bar(1, 101, 103, 100, 102),
            bar(2, 102, 105, 101, 104),
            bar(3, 104, 106, 103, 105),
            bar(4, 105, 108, 104, 107));

    @Test
    void buys_at_the_next_open_and_sells_at_the_open_after_the_exit() {
        Signal entry = Given.anEntry(Mode.MEAN_REVERSION, Side.LONG, 101, 97);
        Signal exit = Given.anExit(Mode.MEAN_REVERSION, Side.LONG, 104);

        BacktestResult result = run(day(0), MARKET, Map.of(day(0), entry, day(2), exit), Double.NaN);

        ClosedTrade trade = result.trades().getFirst();
        assertThat(trade.shares()).isEqualTo(187);
        assertThat(trade.entryPriceMicros()).isEqualTo(Micros.of(101.0101));
        assertThat(trade.exitPriceMicros()).isEqualTo(Micros.of(103.9896));
        assertThat(trade.entryTime()).isEqualTo(day(1));
        assertThat(trade.exitTime()).isEqualTo(day(3));
        assertThat(trade.holdingBars()).isEqualTo(2);
        assertThat(trade.exitBy()).isEqualTo(Intent.EXIT);
        assertThat(trade.commissionMicros()).isEqualTo(Micros.of(1.87));
        assertThat(trade.pnlMicros()).isEqualTo(187 * Micros.of(2.9795) - Micros.of(1.87));
        assertThat(trade.riskMicros()).isEqualTo(Micros.of(748.0));
        assertThat(trade.riskPercent()).isCloseTo(0.748, within(1e-12));
        assertThat(trade.exitReason()).isEqualTo(ExitReason.SIGNAL);
        assertThat(trade.entryRegime()).isEqualTo(Regime.STRONG_TREND);
        assertThat(trade.maeMicros()).isEqualTo(187 * (trade.entryPriceMicros() - Micros.of(100.0)));
        assertThat(trade.mfeMicros()).isEqualTo(187 * (Micros.of(105.0) - trade.entryPriceMicros()));
        assertThat(trade.rMultiple()).isEqualTo((double) trade.pnlMicros() / Micros.of(748.0));
        assertThat(result.equity()).hasSize(5);
        assertThat(result.equity()[4]).isCloseTo(100_000 + Micros.toDouble(trade.pnlMicros()), within(1e-9));
        assertThat(result.openPositions()).isEmpty();
        assertThat(result.metrics().trades()).isEqualTo(1);
        assertThat(result.metrics().winRate()).isEqualTo(1);
        assertThat(result.metrics().winLossRatio()).isNaN();
        assertThat(result.metrics().exposureRatio()).isEqualTo(0.4);
    }

    private static final Signal.Entry AT_98_OR_BETTER =
            Given.anEntry(Mode.TREND, Side.LONG, 100, 90).limitedTo(98);

    @Test
    void an_order_for_the_day_ends_with_its_bar_where_bars_are_days_and_makes_way_for_the_next() {
        List<Candle> market = List.of(
                bar(0, 100, 101, 99, 100),
                bar(1, 100, 101, 99, 100),
                bar(2, 100, 101, 97, 100),
                bar(3, 101, 102, 100, 101));
        Map<Long, Signal> said =
                Map.of(day(0), AT_98_OR_BETTER.forTheDay(), day(2), Given.anEntry(Mode.TREND, Side.LONG, 100, 90));

        BacktestResult result = run(day(0), market, said, Double.NaN);

        assertThat(result.denied()).isEmpty();
        assertThat(result.openPositions())
                .extracting(AccountState.Position::entryTime)
                .containsExactly(day(3));
    }

    @Test
    void an_order_for_the_day_lives_through_it_where_bars_are_hours() {
        long hour = Timeframe.H1.seconds() * 1_000L;
        List<Candle> market = List.of(
                new Candle(day(0), 100, 101, 99, 100, 1_000),
                new Candle(day(0) + hour, 100, 101, 99, 100, 1_000),
                new Candle(day(0) + 2 * hour, 100, 101, 97, 100, 1_000));
        BacktestConfig daily = config(day(0));
        BacktestConfig hourly = new BacktestConfig(
                Timeframe.H1, daily.strategy(), daily.risk(), daily.costs(), daily.initialCashMicros(), day(0), 0.04);

        BacktestResult result = run(
                hourly,
                new TreeMap<>(Map.of("SPY", market)),
                BacktestOptions.defaults(),
                Map.of(day(0), AT_98_OR_BETTER.forTheDay()),
                Double.NaN);

        assertThat(result.openPositions())
                .extracting(AccountState.Position::entryTime)
                .containsExactly(day(0) + 2 * hour);
    }

    @Test
    void an_exit_signal_takes_the_entry_back_that_waits_for_its_price() {
        List<Candle> market = List.of(bar(0, 100, 101, 99, 100), bar(1, 100, 101, 99, 100), bar(2, 100, 101, 97, 100));

        BacktestResult waits = run(day(0), market, Map.of(day(0), AT_98_OR_BETTER), Double.NaN);
        BacktestResult takenBack = run(
                day(0),
                market,
                Map.of(day(0), AT_98_OR_BETTER, day(1), Given.anExit(Mode.TREND, Side.LONG, 100)),
                Double.NaN);

        assertThat(waits.openPositions()).hasSize(1);
        assertThat(takenBack.openPositions()).isEmpty();
        assertThat(takenBack.trades()).isEmpty();
    }

    @Test
    void a_refusal_names_the_signal_that_was_refused() {
        BacktestResult result =
                run(day(0), MARKET, Map.of(day(0), Given.anEntry(Mode.TREND, Side.LONG, 101, 0)), Double.NaN);

        assertThat(result.denied())
                .extracting(Decision.Denied::signalId, Decision.Denied::code)
                .containsExactly(tuple("SPY/" + day(0) + "/entry/LONG/TREND", "REJECTED_NO_STOP"));
    }

    @Test
    void trails_the_stop_and_is_taken_out_by_it() {
        Signal entry = Given.anEntry(Mode.TREND, Side.LONG, 101, 96);
        List<Candle> market = new ArrayList<>(MARKET);
        market.add(bar(5, 106, 106, 104, 104));
        market.add(bar(6, 104, 104, 100, 101));

        BacktestResult result = run(day(0), market, Map.of(day(0), entry), 1);

        ClosedTrade trade = result.trades().getFirst();
        assertThat(trade.initialStopMicros()).isEqualTo(Micros.of(96.0));
        assertThat(trade.lastStopMicros()).isEqualTo(Micros.of(104.5));
        assertThat(trade.exitBy()).isEqualTo(Intent.PROTECTIVE_STOP);
        assertThat(trade.exitTime()).isEqualTo(day(5));
        assertThat(trade.exitPriceMicros()).isEqualTo(Micros.of(104.5 * 0.9999));
        assertThat(trade.exitReason()).isEqualTo(ExitReason.TRAILING_STOP);
        assertThat(trade.mfeMicros())
                .as("the high of the bar of the exit may have come after it")
                .isEqualTo(trade.shares() * (Micros.of(108.0) - trade.entryPriceMicros()));
    }

    @Test
    void leaves_what_is_open_at_the_end_marked_to_market_and_fills_nothing_after_the_last_bar() {
        Signal entry = Given.anEntry(Mode.TREND, Side.LONG, 101, 96);
        Signal exit = Given.anExit(Mode.TREND, Side.LONG, 107);

        BacktestResult result = run(day(0), MARKET, Map.of(day(0), entry, day(4), exit), Double.NaN);

        assertThat(result.trades()).isEmpty();
        assertThat(result.openPositions()).hasSize(1);
        assertThat(result.openPositions().getFirst().exitWanted()).isTrue();
        assertThat(result.metrics().finalEquity())
                .isCloseTo(
                        100_000 + Micros.toDouble(198 * (Micros.of(107.0) - Micros.of(101.0101)) - Micros.of(0.99)),
                        within(1e-9));
    }

    @Test
    void closes_what_is_open_at_the_last_close_with_costs_where_asked_to() {
        Signal entry = Given.anEntry(Mode.TREND, Side.LONG, 101, 96);
        Signal exit = Given.anExit(Mode.TREND, Side.LONG, 107);
        TreeMap<String, List<Candle>> bars = new TreeMap<>(Map.of("SPY", MARKET));

        BacktestResult result = run(
                config(day(0)),
                bars,
                BacktestOptions.defaults().with(AtEnd.CLOSE),
                Map.of(day(0), entry, day(4), exit),
                Double.NaN);

        ClosedTrade trade = result.trades().getFirst();
        assertThat(trade.exitReason()).isEqualTo(ExitReason.END_OF_DATA);
        assertThat(trade.exitPriceMicros()).isEqualTo(Micros.of(107 * 0.9999));
        assertThat(trade.exitTime()).isEqualTo(day(4));
        assertThat(trade.holdingBars()).isEqualTo(3);
        assertThat(result.openPositions()).isEmpty();
        assertThat(result.equity()[4]).isCloseTo(100_000 + Micros.toDouble(trade.pnlMicros()), within(1e-9));
        assertThat(result.metrics().finalEquity()).isEqualTo(result.equity()[4]);
    }

    @Test
    void keeps_the_verdict_of_every_traded_bar_only_where_asked_to() {
        TreeMap<String, List<Candle>> bars = new TreeMap<>(Map.of("SPY", MARKET));

        assertThat(run(config(day(1)), bars, BacktestOptions.defaults(), Map.of(), Double.NaN)
                        .verdicts())
                .isEmpty();
        assertThat(run(config(day(1)), bars, BacktestOptions.defaults().withVerdicts(), Map.of(), Double.NaN)
                        .verdicts())
                .extracting(BarVerdict::time)
                .containsExactly(day(1), day(2), day(3), day(4));
    }

    @Test
    void no_bar_is_passed_over_where_verdicts_are_asked_for() {
        MarketHistory market =
                MarketHistory.ofCandles(new TreeMap<>(Map.of("SYN", Markets.ofTrendsAndRanges(11, 300))));

        BacktestResult result =
                Backtest.run(config(day(60)), market, BacktestOptions.defaults().withVerdicts());

        assertThat(result.verdicts()).hasSize(result.times().length).hasSizeGreaterThan(200);
    }

    @Test
    void drops_the_signals_before_trading_begins_and_starts_the_curve_there() {
        Signal entry = Given.anEntry(Mode.TREND, Side.LONG, 101, 96);

        BacktestResult result = run(day(1), MARKET, Map.of(day(0), entry), Double.NaN);

        assertThat(result.times()).hasSize(4).startsWith(day(1));
        assertThat(result.metrics().finalEquity()).isEqualTo(100_000);
        assertThat(result.metrics().sharpe()).isNaN();
        assertThat(result.denied()).isEmpty();
    }

    @Test
    void symbols_with_different_calendars_run_side_by_side() {
        Signal entry = Given.anEntry(Mode.TREND, Side.LONG, 101, 96);
        TreeMap<String, List<Candle>> bars = new TreeMap<>();
        bars.put("AAA", MARKET);
        bars.put("BBB", List.of(MARKET.get(0), MARKET.get(3), MARKET.get(4)));

        BacktestResult result =
                run(config(day(0)), bars, BacktestOptions.defaults(), Map.of(day(0), entry), Double.NaN);

        assertThat(result.times()).hasSize(5);
        assertThat(result.openPositions())
                .extracting(held -> held.symbol() + held.entryTime())
                .containsExactly("AAA" + day(1), "BBB" + day(3));
    }

    @Test
    void the_hash_names_every_parameter_but_the_start() {
        assertThat(config(1).hash()).isEqualTo(config(2).hash()).hasSize(16);
        BacktestConfig dearer = new BacktestConfig(
                Timeframe.D1,
                StrategyConfig.defaults(),
                RiskConfig.defaults(),
                new CostModel(0.01, 0.0001, 0.1, 0.0005),
                Micros.of(100_000.0),
                1,
                0.04);
        assertThat(dearer.hash()).isNotEqualTo(config(1).hash());
    }

    @Test
    void the_dual_mode_strategy_trades_the_same_way_every_time() {
        List<Candle> market = Markets.ofTrendsAndRanges(11, 1_500);
        TreeMap<String, List<Candle>> bars = new TreeMap<>(Map.of("SYN", market));

        BacktestResult one = Backtest.run(config(day(60)), bars);
        BacktestResult two = Backtest.run(config(day(60)), bars);

        assertThat(one.trades()).hasSizeGreaterThan(5).isEqualTo(two.trades());
        assertThat(one.equity()).isEqualTo(two.equity());
        assertThat(one.trades()).allSatisfy(trade -> {
            assertThat(trade.exitTime()).isGreaterThanOrEqualTo(trade.entryTime());
            assertThat(trade.initialStopMicros()).isPositive();
            assertThat(trade.riskPercent()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void what_comes_later_changes_nothing_that_was_traded_before() {
        List<Candle> market = Markets.ofTrendsAndRanges(11, 1_200);
        BacktestResult whole = Backtest.run(config(day(60)), new TreeMap<>(Map.of("SYN", market)));
        BacktestResult part = Backtest.run(config(day(60)), new TreeMap<>(Map.of("SYN", market.subList(0, 800))));

        assertThat(part.trades())
                .isNotEmpty()
                .isEqualTo(whole.trades().subList(0, part.trades().size()));
        assertThat(part.equity()).isEqualTo(Arrays.copyOf(whole.equity(), part.equity().length));
    }
}
