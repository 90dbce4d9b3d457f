package io.fluxhero.launcher.run;

import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.performance.SuccessCriteria;
import java.util.List;

/**
 * One bound of the verdict.
 *
 * @param key as documents name it
 * @param value measured, {@code NaN} where undefined
 * @param threshold that must be beaten, strictly
 * @param unit written after a value
 */
public record Criterion(
        String key, String name, double value, double threshold, double ideal, String unit, boolean met) {

    private static final double IDEAL_SHARPE = 1.5;
    private static final double IDEAL_DRAWDOWN = -15;
    private static final double IDEAL_WIN_RATE = 0.55;
    private static final double IDEAL_RATIO = 2;

    /** The four of the domain specification, in its order. */
    public static List<Criterion> of(Metrics metrics) {
        SuccessCriteria met = metrics.successCriteria();
        return List.of(
                new Criterion(
                        "sharpe",
                        "Sharpe ratio",
                        metrics.sharpe(),
                        SuccessCriteria.MIN_SHARPE,
                        IDEAL_SHARPE,
                        "",
                        met.sharpe()),
                new Criterion(
                        "max_drawdown",
                        "Max drawdown",
                        metrics.maxDrawdownPct(),
                        SuccessCriteria.MIN_DRAWDOWN_PCT,
                        IDEAL_DRAWDOWN,
                        " %",
                        met.maxDrawdown()),
                new Criterion(
                        "win_rate",
                        "Win rate",
                        metrics.winRate(),
                        SuccessCriteria.MIN_WIN_RATE,
                        IDEAL_WIN_RATE,
                        "",
                        met.winRate()),
                new Criterion(
                        "win_loss_ratio",
                        "Average win / loss",
                        metrics.winLossRatio(),
                        SuccessCriteria.MIN_WIN_LOSS_RATIO,
                        IDEAL_RATIO,
                        "",
                        met.winLossRatio()));
    }
}
