package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.backtest.AtEnd;
import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestOptions;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.backtest.BarVerdict;
import io.fluxhero.engine.backtest.MarketHistory;
import io.fluxhero.engine.backtest.Markets;
import io.fluxhero.engine.backtest.MeasuredHistory;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.StrategyConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Runs that leave out the bars on which nothing can be said give, to the last bit, what a run gives that asks the
 * strategy at every bar: over made-up markets and whatever parameters chance picks.
 */
class QuietBarsProperties {

    private static final int RUNS = 120;

    private static final Map<String, List<String>> VALUES = values();

    private static Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("modes", List.of("DUAL", "DUAL", "TREND", "MEAN_REVERSION"));
        values.put("entry-band-atr", List.of("0", "0.2", "0.5", "1.1", "2.5"));
        values.put("exit-band-atr", List.of("0", "0.3", "1.2"));
        values.put("trend-stop-atr", List.of("0.8", "2.5", "6"));
        values.put("mean-reversion-stop-ratio", List.of("0.004", "0.03"));
        values.put("rsi-oversold", List.of("25", "30", "45"));
        values.put("rsi-overbought", List.of("55", "70", "80"));
        values.put("regression-period", List.of("20", "50"));
        values.put("warm-up-bars", List.of("0", "60", "130"));
        values.put("allow-short", List.of("false", "true"));
        values.put("require-agreement", List.of("true", "false"));
        values.put("breakout-rule", List.of("true", "false", "false"));
        values.put("volume-rule", List.of("true", "false"));
        values.put("gap-rule", List.of("true", "false"));
        values.put("near-close-rule", List.of("true", "false"));
        values.put("spike-rule", List.of("true", "true", "false"));
        values.put("spike-ratio", List.of("0.6", "1", "2"));
        values.put("min-volume-ratio", List.of("0.5", "1"));
        values.put("risk-per-trade-trend", List.of("0.004", "0.01", "0.2"));
        values.put("daily-loss-halt", List.of("0.005", "0.03", "0.2"));
        values.put("drawdown-halt", List.of("0.05", "0.2"));
        values.put("drawdown-warning", List.of("0.03", "0.15"));
        values.put("max-position-ratio", List.of("0.2", "0.9"));
        return values;
    }

    private static BacktestConfig config(SplittableRandom random, Timeframe timeframe) {
        Map<String, List<String>> chosen = new TreeMap<>();
        VALUES.forEach((key, values) -> {
            if (random.nextInt(3) > 0) {
                chosen.put(key, List.of(values.get(random.nextInt(values.size()))));
            }
        });
        BacktestConfig defaults = new BacktestConfig(
                timeframe,
                StrategyConfig.defaults(),
                RiskConfig.defaults(),
                random.nextBoolean() ? CostModel.defaults() : new CostModel(0.01, 0.0005, 0.1, 0.001, 0.0001),
                Micros.of(100_000.0),
                Markets.day(random.nextInt(3) * 2),
                0.04);
        return Experiment.changed(defaults, ParameterGrid.of(chosen).candidate(0));
    }

    /** Trends, ranges, jumps, and stretches in which nothing moves; now and then a bar is missing. */
    private static CandleSeries market(SplittableRandom random, Timeframe timeframe, int bars) {
        CandleSeries series = new CandleSeries();
        boolean isDaily = timeframe == Timeframe.D1;
        int session = isDaily ? 1 : 390;
        double swing = isDaily ? 0.02 : 0.002;
        double price = 100;
        for (int i = 0; i < bars; i++) {
            int stretch = i / 150 % 4;
            double drift = stretch == 0 ? swing / 5 : stretch == 1 ? -swing / 8 : 0;
            boolean isFlat = stretch == 3 && i % 150 > 90;
            double open = random.nextInt(200) == 0 ? price * (0.96 + random.nextDouble() * 0.08) : price;
            price = isFlat ? open : open * (1 + drift + (random.nextDouble() - 0.5) * swing);
            double high = Math.max(open, price) * (isFlat ? 1 : 1 + random.nextDouble() * swing / 5);
            double low = Math.min(open, price) * (isFlat ? 1 : 1 - random.nextDouble() * swing / 5);
            long time = Markets.day(i / session) + (isDaily ? 0 : (570 + i % session) * 60_000L);
            if (random.nextInt(40) > 0) {
                series.add(
                        time,
                        Micros.round(open),
                        Micros.round(high),
                        Micros.round(low),
                        Micros.round(price),
                        random.nextInt(20) == 0 ? 0 : random.nextInt(1_000, 2_000_000));
            }
        }
        return series;
    }

    private static void assertSame(long seed, BacktestResult fast, BacktestResult plain) {
        assertThat(fast.trades()).as("seed %d", seed).isEqualTo(plain.trades());
        assertThat(fast.times()).as("seed %d", seed).isEqualTo(plain.times());
        assertThat(fast.equity()).as("seed %d", seed).isEqualTo(plain.equity());
        assertThat(fast.openPositions()).as("seed %d", seed).isEqualTo(plain.openPositions());
        assertThat(fast.denied()).as("seed %d", seed).isEqualTo(plain.denied());
        assertThat(fast.alerts()).as("seed %d", seed).isEqualTo(plain.alerts());
        assertThat(fast.metrics()).as("seed %d", seed).isEqualTo(plain.metrics());
        assertThat(fast.verdicts()).as("seed %d", seed).isEqualTo(plain.verdicts());
    }

    @Test
    void leaving_out_quiet_bars_changes_nothing() {
        int trades = 0;
        int halts = 0;
        int shorts = 0;
        int spikes = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Timeframe timeframe = random.nextBoolean() ? Timeframe.M1 : Timeframe.D1;
            BacktestConfig config = config(random, timeframe);
            CandleSeries series = market(random, timeframe, random.nextInt(20, 3_500));
            MarketHistory history = MarketHistory.of(new TreeMap<>(Map.of("SYN", series)));
            BacktestOptions options =
                    BacktestOptions.defaults().with(random.nextBoolean() ? AtEnd.CLOSE : AtEnd.LEAVE_OPEN);
            options = random.nextInt(4) == 0 ? options.withVerdicts() : options;

            BacktestResult plain = Backtest.run(
                    config, history, options, symbol -> new DualMode(config.strategy(), config.timeframe()));
            BacktestResult alone = Backtest.run(config, history, options);
            BacktestResult shared =
                    MeasuredHistory.of(history, config.strategy().indicators()).run(config, options);

            assertSame(seed, alone, plain);
            assertSame(seed, shared, plain);
            trades += plain.trades().size();
            halts += (int) plain.alerts().stream()
                    .filter(alert -> alert.toString().contains("TRADING_HALTED"))
                    .count();
            spikes += (int) plain.trades().stream()
                    .filter(trade -> String.valueOf(trade.entryExplanation()).contains("volatility spike"))
                    .count();
            shorts += (int) plain.trades().stream()
                    .filter(trade -> trade.side().sign() < 0)
                    .count();
        }
        assertThat(trades).as("the worlds must trade for this to mean anything").isGreaterThan(1_000);
        assertThat(halts).isGreaterThan(10);
        assertThat(spikes).isGreaterThan(40);
        assertThat(shorts).isGreaterThan(100);
    }

    @Test
    void bars_of_several_symbols_and_their_verdicts_come_as_ever() {
        for (long seed = 500; seed < 510; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BacktestConfig config = config(random, Timeframe.M1);
            TreeMap<String, CandleSeries> series = new TreeMap<>();
            series.put("A", market(random, Timeframe.M1, 2_500));
            series.put("B", market(random, Timeframe.M1, 2_500));
            MarketHistory history = MarketHistory.of(series);
            BacktestOptions options = BacktestOptions.defaults().withVerdicts();

            BacktestResult plain = Backtest.run(
                    config, history, options, symbol -> new DualMode(config.strategy(), config.timeframe()));
            BacktestResult fast = Backtest.run(config, history, options);

            assertSame(seed, fast, plain);
            assertThat(fast.verdicts()).extracting(BarVerdict::symbol).contains("A", "B");
        }
    }
}
