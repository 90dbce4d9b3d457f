package io.fluxhero.backtest.domain;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.StrategyConfig;
import java.util.List;

/**
 * A request joined with the bars that are there.
 *
 * @param candles from the first stored bar to the end date: the bars before the start warm the indicators up exactly as
 *     they were warmed up live
 */
public record RunPlan(RunRequest request, List<Candle> candles, BacktestConfig config, String dataHash, String runId) {

    private static final int FEWEST_BARS = 70;
    private static final int WARM_UP = 60;
    private static final double RISK_FREE = 0.04;

    /**
     * Plans it.
     *
     * @throws Refusal where there are too few bars
     */
    public static RunPlan of(RunRequest request, History.Instrument instrument, List<Candle> stored) {
        List<Candle> candles = upToEnd(request, stored);
        List<Candle> wanted = fromStart(request, candles, FEWEST_BARS);
        long tradeFrom = Math.max(wanted.getFirst().openTime(), warmFrom(request, instrument, candles));
        BacktestConfig config = config(request, tradeFrom);
        String dataHash = DataHash.of(candles);
        String runId = Ids.derive("run", request.identity(), dataHash, config.hash(), tradeFrom);
        return new RunPlan(request, candles, config, dataHash, runId);
    }

    static List<Candle> upToEnd(RunRequest request, List<Candle> stored) {
        long lastDay = request.endDate().toEpochDay();
        return stored.stream()
                .filter(candle -> Backtest.sessionDay(candle.openTime()) <= lastDay)
                .toList();
    }

    static List<Candle> fromStart(RunRequest request, List<Candle> candles, int fewest) {
        long firstDay = request.startDate().toEpochDay();
        List<Candle> wanted = candles.stream()
                .filter(candle -> Backtest.sessionDay(candle.openTime()) >= firstDay)
                .toList();
        if (wanted.size() < fewest) {
            throw Refusal.of(
                    Refusal.Kind.NOT_ENOUGH_BARS,
                    "start_date",
                    "only " + wanted.size() + " stored bars from start_date to end_date; " + fewest + " are needed");
        }
        return wanted;
    }

    /** Where live trading began counts only if the run reaches that far. */
    private static long warmFrom(RunRequest request, History.Instrument instrument, List<Candle> candles) {
        Integer given = request.warmupBars();
        if (given != null && given >= candles.size()) {
            throw Refusal.invalid("warmup_bars", "there are only " + candles.size() + " bars up to end_date");
        }
        long liveFrom = instrument.liveFrom().orElse(Long.MAX_VALUE);
        if (given == null && liveFrom <= candles.getLast().openTime()) {
            return liveFrom;
        }
        return candles.get(given == null ? WARM_UP : given).openTime();
    }

    static BacktestConfig config(RunRequest request, long tradeFrom) {
        StrategyConfig defaults = StrategyConfig.defaults();
        Integer given = request.warmupBars();
        StrategyConfig strategy = defaults.withModes(request.strategyMode())
                .withWarmUpBars(given == null ? defaults.warmUpBars() : Math.min(given, defaults.warmUpBars()))
                .withAllowShort(request.allowShort());
        CostModel costs = CostModel.defaults();
        return new BacktestConfig(
                request.timeframe(),
                strategy,
                RiskConfig.defaults(),
                new CostModel(
                        request.commissionPerShare(),
                        request.slippagePct(),
                        costs.impactThreshold(),
                        costs.impactRatio()),
                Micros.of(request.initialCapital()),
                tradeFrom,
                RISK_FREE);
    }
}
