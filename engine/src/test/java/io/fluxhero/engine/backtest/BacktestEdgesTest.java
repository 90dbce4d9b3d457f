package io.fluxhero.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.Given;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.EntryTerms;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.engine.strategy.Verdict;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts of a run: days, books, splits as a strategy sees them, and futures that never came. */
class BacktestEdgesTest {

    private static final BacktestConfig CONFIG = new BacktestConfig(
            Timeframe.D1,
            StrategyConfig.defaults(),
            RiskConfig.defaults(),
            CostModel.defaults(),
            Micros.of(100_000),
            Long.MIN_VALUE,
            0.04);

    private static Candle bar(int day, double price) {
        return new Candle(Markets.day(day), price, price + 2, price - 1, price + 1, 1_000);
    }

    private static CandleSeries series(int bars) {
        List<Candle> candles = new ArrayList<>();
        for (int i = 0; i < bars; i++) {
            candles.add(bar(i, 100 + i));
        }
        return CandleSeries.of(candles);
    }

    private static ClosedTrade aTrade(long entryTime, long exitTime, long risk, long profit) {
        return new ClosedTrade(
                "SPY",
                Side.LONG,
                Mode.TREND,
                entryTime,
                1,
                exitTime,
                1,
                1,
                1,
                1,
                0,
                0,
                profit,
                1,
                Intent.EXIT,
                Given.because(true, Side.LONG, Mode.TREND, 100, 90),
                risk,
                1,
                ExitReason.SIGNAL,
                0,
                0,
                0);
    }

    @Test
    void fills_come_after_their_signals_and_exits_not_before_entries() {
        assertThat(FillTimes.areAfterTheirSignals(new long[] {1, 2}, new long[] {2, 3}))
                .isTrue();
        assertThat(FillTimes.areAfterTheirSignals(new long[] {1, 2}, new long[] {2, 2}))
                .isFalse();
        assertThat(FillTimes.areAfterTheirSignals(new long[] {5, 2}, new long[] {4, 3}))
                .isFalse();
        assertThatThrownBy(() -> FillTimes.areAfterTheirSignals(new long[] {1}, new long[0]))
                .hasMessage("1 signals and 0 fills");
        assertThat(FillTimes.areInOrder(List.of(aTrade(1, 1, 1, 1), aTrade(1, 2, 1, 1))))
                .isTrue();
        assertThat(FillTimes.areInOrder(List.of(aTrade(1, 2, 1, 1), aTrade(2, 1, 1, 1))))
                .isFalse();
    }

    @Test
    void a_trade_without_risk_has_no_multiple_of_it() {
        assertThat(aTrade(1, 2, 0, 50).rMultiple()).isNaN();
        assertThat(aTrade(1, 2, 25, 50).rMultiple()).isEqualTo(2);
    }

    @Test
    void a_hash_changes_with_whatever_changes_a_result() {
        Set<String> hashes = new LinkedHashSet<>();
        hashes.add(CONFIG.hash());
        hashes.add(CONFIG.withInitialCash(1).hash());
        hashes.add(CONFIG.withRules(StrategyConfig.defaults().withAllowShort(true), RiskConfig.defaults())
                .hash());
        hashes.add(CONFIG.withRules(StrategyConfig.defaults(), RiskConfig.unlimited())
                .hash());
        hashes.add(new BacktestConfig(
                        Timeframe.H1, CONFIG.strategy(), CONFIG.risk(), CONFIG.costs(), Micros.of(100_000), 0, 0.04)
                .hash());
        hashes.add(new BacktestConfig(
                        Timeframe.D1, CONFIG.strategy(), CONFIG.risk(), CostModel.none(), Micros.of(100_000), 0, 0.04)
                .hash());
        hashes.add(new BacktestConfig(
                        Timeframe.D1, CONFIG.strategy(), CONFIG.risk(), CONFIG.costs(), Micros.of(100_000), 0, 0.05)
                .hash());

        assertThat(hashes).hasSize(7).doesNotContain("");
        assertThat(CONFIG.withTradeFrom(7).tradeFrom()).isEqualTo(7);
        assertThat(CONFIG.withTradeFrom(7).hash()).isEqualTo(CONFIG.hash());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-08T23:59:59, 2024-03-08",
        "2024-03-09T00:00:00, 2024-03-09",
        "2024-03-08T00:00:00, 2024-03-08",
        "2024-03-07T23:59:59, 2024-03-07"
    })
    void a_bar_belongs_to_its_date_in_new_york(LocalDateTime time, LocalDate date) {
        SessionDays days = new SessionDays();
        days.of(millis(LocalDateTime.of(2024, 3, 8, 12, 0)));

        assertThat(days.of(millis(time))).isEqualTo(date.toEpochDay());
        assertThat(Backtest.sessionDay(millis(time))).isEqualTo(date.toEpochDay());
    }

    private static long millis(LocalDateTime time) {
        return time.atZone(ZoneId.of("America/New_York")).toInstant().toEpochMilli();
    }

    @Test
    void books_that_do_not_add_up_stop_the_run() {
        TradeLedger ledger = new TradeLedger();
        ledger.checkSum(5, 5);

        assertThatThrownBy(() -> ledger.checkSum(5, 6))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the books do not add up: trades say 0, open positions 5, equity says 6");
        Execution stray = new Execution("o", "e", "SPY", 1, Intent.EXIT, Side.LONG, 1, 1, 0, 0);
        assertThatThrownBy(() -> ledger.filled(stray, 1)).hasMessageStartingWith("a fill without its order: Execution");
        assertThat(ledger.sharesOf("SPY")).isZero();
    }

    @Test
    void symbols_that_trade_on_different_days_have_a_point_on_each() {
        TreeMap<String, List<Candle>> market = new TreeMap<>();
        market.put("AAA", new ArrayList<>());
        market.put("BBB", new ArrayList<>());
        for (int i = 0; i < 20; i++) {
            market.get("AAA").add(bar(2 * i, 100));
            market.get("BBB").add(bar(2 * i + 1, 100));
        }

        BacktestResult result = Backtest.run(
                CONFIG,
                MarketHistory.ofCandles(market),
                BacktestOptions.defaults().withVerdicts());

        assertThat(result.times()).hasSize(40).isSorted();
        assertThat(result.equity()).hasSize(40).containsOnly(100_000);
        assertThat(result.verdicts()).hasSize(40);
        assertThat(result.verdicts().get(1))
                .extracting(BarVerdict::symbol, BarVerdict::time)
                .containsExactly("BBB", Markets.day(1));
        assertThat(BacktestOptions.defaults().withVerdicts().with(AtEnd.CLOSE))
                .isEqualTo(new BacktestOptions(AtEnd.CLOSE, true));
    }

    /** Says one entry at every bar in the prices that it sees. */
    private static final class Speaker implements Voice {
        private final CandleSeries seen;

        Speaker(CandleSeries seen) {
            this.seen = seen;
        }

        @Override
        public List<Signal> onBar(int index) {
            double price = seen.closes()[index];
            Signal.Entry entry = new Signal.Entry(
                            Mode.TREND,
                            Side.LONG,
                            price,
                            price - 20,
                            2.5,
                            1_000,
                            Given.because(true, Side.LONG, Mode.TREND, price, price - 20))
                    .withTarget(price + 40)
                    .limitedTo(price - 2)
                    .forTheDay()
                    .withTimeLimit(3);
            return List.of(entry, Given.anExit(Mode.TREND, Side.LONG, price));
        }

        @Override
        public double atr() {
            return 4;
        }

        @Override
        public Verdict verdict() {
            return Verdict.warmingUp(1, 2);
        }
    }

    @Test
    void a_strategy_sees_no_split_and_its_prices_are_those_of_the_market() {
        List<Candle> market = List.of(bar(0, 199), bar(1, 99), bar(2, 99));
        CorporateAction split =
                new CorporateAction("SPY", LocalDate.of(2020, 1, 2).toEpochDay(), 2, 0);
        List<CandleSeries> seen = new ArrayList<>();

        Voice voice = SplitView.over(CandleSeries.of(market), List.of(split), series -> {
            seen.add(series);
            return new Speaker(series);
        });

        assertThat(seen.getFirst().candle(0)).isEqualTo(market.getFirst());
        assertThat(seen.getFirst().candle(1)).isEqualTo(new Candle(Markets.day(1), 198, 202, 196, 200, 500));
        assertThat(voice.onBar(0).getFirst().price()).isEqualTo(200);
        assertThat(voice.atr()).isEqualTo(4);
        List<Signal> said = voice.onBar(1);
        Signal.Entry entry = (Signal.Entry) said.getFirst();
        assertThat(entry.price()).isEqualTo(100);
        assertThat(entry.stop()).isEqualTo(90);
        assertThat(entry.target()).isEqualTo(120);
        assertThat(entry.averageVolume()).isEqualTo(2_000);
        assertThat(entry.terms()).isEqualTo(new EntryTerms(EntryTerms.Kind.LIMIT, 99, Double.NaN, true, 3));
        assertThat(said.getLast().price()).isEqualTo(100);
        assertThat(voice.atr()).isEqualTo(2);
        assertThat(voice.verdict()).isEqualTo(Verdict.warmingUp(1, 2));
    }

    @Test
    void a_dividend_alone_changes_nothing_that_is_seen() {
        CandleSeries market = series(3);
        CorporateAction dividend =
                new CorporateAction("SPY", LocalDate.of(2020, 1, 2).toEpochDay(), 1, 2);
        List<CandleSeries> seen = new ArrayList<>();

        SplitView.over(market, List.of(dividend), series -> {
            seen.add(series);
            return new Speaker(series);
        });

        assertThat(seen.getFirst()).isSameAs(market);
    }

    @Test
    void a_poisoned_future_begins_after_its_bar() {
        CandleSeries market = series(6);

        for (FuturePoison poison : FuturePoison.values()) {
            CandleSeries changed = poison.after(market, 2, 7);

            assertThat(changed.size()).as(poison.name()).isEqualTo(poison == FuturePoison.END ? 3 : 6);
            assertThat(changed.candle(2)).isEqualTo(market.candle(2));
        }
        assertThat(FuturePoison.HIGHER.after(market, 2, 7).candle(3).close()).isCloseTo(104 * 1.51, within(1e-9));
        assertThat(FuturePoison.HIGHER.after(market, 2, 7).candle(4).low()).isCloseTo(103 * 1.52, within(1e-9));
        assertThat(FuturePoison.LOWER.after(market, 2, 7).candle(3).open()).isCloseTo(103 * 0.5 / 1.01, within(1e-9));
        assertThat(FuturePoison.LOWER.after(market, 2, 7).candle(5).high()).isCloseTo(107 * 0.5 / 1.03, within(1e-9));
        assertThat(FuturePoison.NOISE.after(market, 2, 7).candle(3).close() / 104)
                .isBetween(0.7, 1.4)
                .isNotEqualTo(1);
        assertThat(FuturePoison.HIGHER.after(market, 2, 7).candle(3).volume()).isBetween(100L, 10_000L);
        assertThat(FuturePoison.END.factor(1, new SplittableRandom(1))).isEqualTo(1);
    }

    @Test
    void a_history_measured_otherwise_is_refused() {
        TreeMap<String, CandleSeries> alone = new TreeMap<>();
        alone.put("SPY", series(80));
        MeasuredHistory measured =
                MeasuredHistory.of(MarketHistory.of(alone), CONFIG.strategy().indicators());
        BacktestConfig other = CONFIG.withRules(CONFIG.strategy().withRegressionPeriod(20), CONFIG.risk());

        assertThat(measured.run(CONFIG, BacktestOptions.defaults()).times()).hasSize(80);
        assertThatThrownBy(() -> measured.run(other, BacktestOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("measured with IndicatorPeriods[")
                .hasMessageContaining("asked for IndicatorPeriods[");
        assertThat(measured.summarize(CONFIG).metrics())
                .isEqualTo(measured.run(CONFIG, BacktestOptions.defaults()).metrics());
        assertThatThrownBy(() -> measured.summarize(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_run_without_bars_has_no_points() {
        BacktestResult result = Backtest.run(CONFIG, new TreeMap<>(), AtEnd.CLOSE);

        assertThat(result.times()).isEmpty();
        assertThat(result.equity()).isEmpty();
        assertThat(result.trades()).isEmpty();
        assertThat(RunPerformance.buyAndHold(result, List.of(bar(0, 100)))).isEmpty();
    }
}
