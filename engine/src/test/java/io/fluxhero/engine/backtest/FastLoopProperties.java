package io.fluxhero.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.NoiseRules;
import io.fluxhero.engine.strategy.Strategy;
import io.fluxhero.engine.strategy.StrategyConfig;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The loop over columns gives what the plainest loop gives, trade by trade and point by point. */
class FastLoopProperties {

    private static final int RUNS = 25;

    private static SortedMap<String, List<Candle>> market(long seed, int bars) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeMap<String, List<Candle>> market = new TreeMap<>();
        int symbols = 1 + random.nextInt(5);
        for (int s = 0; s < symbols; s++) {
            List<Candle> whole = Markets.ofTrendsAndRanges(seed * 10 + (s / 2), bars);
            List<Candle> some = new ArrayList<>();
            for (Candle candle : whole) {
                if (random.nextInt(15) > 0) {
                    some.add(candle);
                }
            }
            market.put("S" + s, some);
        }
        return market;
    }

    private static BacktestConfig config(CostModel costs, RiskConfig risk) {
        StrategyConfig strategy = StrategyConfig.defaults().withAllowShort(true).withNoise(NoiseRules.off());
        return new BacktestConfig(Timeframe.D1, strategy, risk, costs, Micros.of(100_000.0), Markets.day(70), 0.04);
    }

    private static BacktestResult same(
            long seed,
            BacktestConfig config,
            SortedMap<String, List<Candle>> market,
            BacktestResult fast,
            Function<String, Strategy> strategyOf) {
        PlainLoop plain = new PlainLoop(config, market, strategyOf).run();
        assertThat(fast.trades()).as("seed %d", seed).isEqualTo(plain.trades());
        assertThat(fast.equity())
                .as("seed %d", seed)
                .isEqualTo(
                        plain.equity.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(fast.denied()).as("seed %d", seed).isEqualTo(plain.only(Decision.Denied.class));
        assertThat(fast.alerts()).as("seed %d", seed).isEqualTo(plain.only(Decision.Alert.class));
        return fast;
    }

    @Test
    void any_strategy_trades_as_in_the_plainest_loop() {
        int trades = 0;
        Set<ExitReason> reasons = EnumSet.noneOf(ExitReason.class);
        Set<String> denials = new java.util.TreeSet<>();
        for (long seed = 1; seed <= RUNS; seed++) {
            long of = seed;
            CostModel costs = seed % 3 == 0 ? new CostModel(0.01, 0.0005, 0.1, 0.001, 0.0001) : CostModel.defaults();
            RiskConfig wild = new RiskConfig(0.05, 0.04, 0.7, 0.5, 1.5, 5, 0.15, 0.13, 0.2, 0.5, 2.5, 2.0, 0.01, 0.6);
            BacktestConfig config = config(costs, seed % 2 == 0 ? wild : RiskConfig.defaults());
            SortedMap<String, List<Candle>> market = market(seed, 400);
            Function<String, Strategy> strategyOf = symbol -> new RandomTrader(of * 31 + symbol.hashCode());
            BacktestResult fast =
                    Backtest.run(config, MarketHistory.ofCandles(market), BacktestOptions.defaults(), strategyOf);

            same(seed, config, market, fast, strategyOf);
            trades += fast.trades().size();
            fast.trades().forEach(trade -> reasons.add(trade.exitReason()));
            fast.denied().forEach(denied -> denials.add(denied.code()));
        }
        assertThat(trades).as("the worlds must trade for this to mean anything").isGreaterThan(500);
        assertThat(reasons)
                .contains(
                        ExitReason.SIGNAL,
                        ExitReason.STOP,
                        ExitReason.TRAILING_STOP,
                        ExitReason.TARGET,
                        ExitReason.TIME_LIMIT,
                        ExitReason.HALT);
        assertThat(denials).contains("REJECTED_TRADING_DISABLED", "REJECTED_TOTAL_EXPOSURE", "REJECTED_POSITION_OPEN");
    }

    @Test
    void bars_within_a_session_pass_an_idle_account_as_in_the_plainest_loop() {
        int trades = 0;
        for (long seed = 201; seed <= 206; seed++) {
            long of = seed;
            BacktestConfig daily = config(CostModel.defaults(), RiskConfig.defaults());
            BacktestConfig config = new BacktestConfig(
                    Timeframe.H1,
                    daily.strategy(),
                    daily.risk(),
                    daily.costs(),
                    daily.initialCashMicros(),
                    Markets.day(0),
                    0.04);
            TreeMap<String, List<Candle>> market = new TreeMap<>();
            market(seed, 600).forEach((symbol, bars) -> market.put(symbol, sevenADay(bars)));
            Function<String, Strategy> strategyOf = symbol -> new RandomTrader(of * 37 + symbol.hashCode());
            BacktestResult fast =
                    Backtest.run(config, MarketHistory.ofCandles(market), BacktestOptions.defaults(), strategyOf);

            same(seed, config, market, fast, strategyOf);
            trades += fast.trades().size();
        }
        assertThat(trades).isGreaterThan(50);
    }

    /** The same bars, seven to a day. */
    private static List<Candle> sevenADay(List<Candle> bars) {
        List<Candle> hourly = new ArrayList<>();
        for (Candle bar : bars) {
            int index = (int) ((bar.openTime() - Markets.day(0) + 7_200_000) / 86_400_000);
            long time = Markets.day(index / 7) + (10 + index % 7) * 3_600_000L;
            hourly.add(new Candle(time, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()));
        }
        return hourly;
    }

    @Test
    void the_dual_mode_measured_in_bulk_trades_as_bar_by_bar() {
        int trades = 0;
        for (long seed = 101; seed <= 106; seed++) {
            BacktestConfig config = config(CostModel.defaults(), RiskConfig.defaults());
            SortedMap<String, List<Candle>> market = market(seed, 1_500);

            BacktestResult fast = Backtest.run(config, MarketHistory.ofCandles(market), BacktestOptions.defaults());
            same(seed, config, market, fast, symbol -> new DualMode(config.strategy(), config.timeframe()));
            trades += fast.trades().size();
        }
        assertThat(trades).isGreaterThan(50);
    }
}
