package io.fluxhero.launcher.run;

import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.backtest.ClosedTrade;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.strategy.Explanation;
import io.fluxhero.engine.strategy.ExplanationText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A backtest as one document, with the fields that {@code POST /api/backtest} answers; undefined figures are null. */
public final class RunDocument {

    /** Version of the product, as documents name it. */
    public static final String VERSION = "FluxHero 0.1.0";

    private final BacktestRun run;
    private final BacktestResult result;
    private final Metrics metrics;

    public RunDocument(BacktestRun run) {
        this.run = run;
        result = run.result();
        metrics = run.metrics();
    }

    /** The whole of it. */
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        long[] times = result.times();
        document.put("symbol", run.bars().symbol());
        document.put("timeframe", run.bars().timeframe().code());
        document.put("start_date", times.length == 0 ? null : Times.date(times[0]));
        document.put("end_date", times.length == 0 ? null : Times.date(times[times.length - 1]));
        document.put("strategy", run.strategy());
        document.put("strategy_mode", run.config().strategy().modes());
        document.put("initial_capital", metrics.initialEquity());
        document.put("final_equity", metrics.finalEquity());
        document.put("total_return", metrics.finalEquity() - metrics.initialEquity());
        document.put("total_return_pct", metrics.totalReturnPct());
        document.put("sharpe_ratio", metrics.sharpe());
        document.put("max_drawdown", Math.abs(metrics.maxDrawdownMoney()));
        document.put("max_drawdown_pct", Math.abs(metrics.maxDrawdownPct()));
        document.put("win_rate", metrics.winRate());
        document.put("num_trades", metrics.trades());
        document.put("total_trades", metrics.trades());
        document.put("avg_win_loss_ratio", metrics.winLossRatio());
        document.put("success_criteria_met", metrics.successCriteria().allMet());
        document.put("criteria", criteria());
        document.put("buy_and_hold_return_pct", run.buyAndHoldPct());
        document.put("metrics", figures());
        document.put("config_hash", result.configHash());
        document.put("data_hash", run.bars().dataHash());
        document.put("version", VERSION);
        document.put("settings", run.settings());
        document.put("denied_signals", result.denied().size());
        document.put("open_position", openPosition());
        document.put("trades", trades());
        document.put("timestamps", timestamps());
        document.put("equity_curve", result.equity());
        document.put("benchmark_curve", run.buyAndHold());
        return document;
    }

    private Map<String, Object> criteria() {
        Map<String, Object> criteria = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.of(metrics)) {
            Map<String, Object> measured = new LinkedHashMap<>();
            measured.put("value", criterion.value());
            measured.put("threshold", criterion.threshold());
            measured.put("met", criterion.met());
            criteria.put(criterion.key(), measured);
        }
        return criteria;
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("annualized_return_pct", metrics.annualizedReturnPct());
        figures.put("sortino_ratio", metrics.sortino());
        figures.put("calmar_ratio", metrics.calmar());
        figures.put("winning_trades", metrics.wins());
        figures.put("losing_trades", metrics.losses());
        figures.put("avg_win", metrics.averageWin());
        figures.put("avg_loss", metrics.averageLoss());
        figures.put("profit_factor", metrics.profitFactor());
        figures.put("avg_holding_bars", metrics.averageHoldingBars());
        figures.put("exposure_ratio", metrics.exposureRatio());
        figures.put("total_commission", metrics.totalCommission());
        figures.put("total_slippage", metrics.totalSlippage());
        return figures;
    }

    private List<Instant> timestamps() {
        List<Instant> times = new ArrayList<>(result.times().length);
        for (long time : result.times()) {
            times.add(Instant.ofEpochMilli(time));
        }
        return times;
    }

    private List<Map<String, @Nullable Object>> trades() {
        List<Map<String, @Nullable Object>> trades = new ArrayList<>();
        result.trades().forEach(trade -> trades.add(trade(trades.size() + 1, trade)));
        return trades;
    }

    private static Map<String, @Nullable Object> trade(int id, ClosedTrade trade) {
        Explanation why = trade.entryExplanation();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", Integer.toString(id));
        fields.put("symbol", trade.symbol());
        fields.put("side", trade.side().sign());
        fields.put("side_name", trade.side());
        fields.put("entry_price", Micros.toDouble(trade.entryPriceMicros()));
        fields.put("entry_time", Instant.ofEpochMilli(trade.entryTime()));
        fields.put("exit_price", Micros.toDouble(trade.exitPriceMicros()));
        fields.put("exit_time", Instant.ofEpochMilli(trade.exitTime()));
        fields.put("shares", trade.shares());
        fields.put("stop_loss", Micros.toDouble(trade.lastStopMicros()));
        fields.put("initial_stop", Micros.toDouble(trade.initialStopMicros()));
        fields.put("realized_pnl", Micros.toDouble(trade.pnlMicros()));
        fields.put(
                "pnl_pct",
                Micros.toDouble(trade.pnlMicros())
                        * 100
                        / (Micros.toDouble(trade.entryPriceMicros()) * trade.shares()));
        fields.put("r_multiple", trade.rMultiple());
        fields.put("mae", Micros.toDouble(trade.maeMicros()));
        fields.put("mfe", Micros.toDouble(trade.mfeMicros()));
        fields.put("status", "CLOSED");
        fields.put("strategy", trade.mode());
        fields.put("regime", trade.entryRegime());
        fields.put("exit_reason", trade.exitReason());
        fields.put("holding_bars", trade.holdingBars());
        fields.put("commission", Micros.toDouble(trade.commissionMicros()));
        fields.put("slippage", Micros.toDouble(trade.slippageMicros()));
        fields.put("signal_reason", reason(trade));
        fields.put("signal_compact", ExplanationText.compact(why, trade.riskPercent()));
        return fields;
    }

    /** The explanation of an entry in words. */
    public static String reason(ClosedTrade trade) {
        return ExplanationText.formatted(
                trade.symbol(), trade.entryExplanation(), Micros.toDouble(trade.riskMicros()), trade.riskPercent());
    }

    private @Nullable Map<String, @Nullable Object> openPosition() {
        if (result.openPositions().isEmpty()) {
            return null;
        }
        AccountState.Position held = result.openPositions().getFirst();
        double last = run.bars().series().closes()[run.bars().series().size() - 1];
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("symbol", held.symbol());
        fields.put("side", held.side().sign());
        fields.put("shares", held.shares());
        fields.put("entry_price", Micros.toDouble(held.averagePriceMicros()));
        fields.put("entry_time", Instant.ofEpochMilli(held.entryTime()));
        fields.put("stop_loss", held.stopMicros() == 0 ? null : Micros.toDouble(held.stopMicros()));
        fields.put("current_price", last);
        fields.put("unrealized_pnl", Micros.toDouble(held.gainMicros(Micros.of(last)) - held.entryCommissionMicros()));
        return fields;
    }
}
