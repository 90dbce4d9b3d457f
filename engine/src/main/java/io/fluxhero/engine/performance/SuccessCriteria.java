package io.fluxhero.engine.performance;

/** The four bounds a run must beat, each strictly (domain specification g.8); what is undefined does not pass. */
public record SuccessCriteria(boolean sharpe, boolean maxDrawdown, boolean winRate, boolean winLossRatio) {

    public static final double MIN_SHARPE = 0.8;
    public static final double MIN_DRAWDOWN_PCT = -25;
    public static final double MIN_WIN_RATE = 0.45;
    public static final double MIN_WIN_LOSS_RATIO = 1.5;

    /** Of these figures; drawdown is negative, in percent. */
    public static SuccessCriteria of(double sharpe, double maxDrawdownPct, double winRate, double winLossRatio) {
        return new SuccessCriteria(
                sharpe > MIN_SHARPE,
                maxDrawdownPct > MIN_DRAWDOWN_PCT,
                winRate > MIN_WIN_RATE,
                winLossRatio > MIN_WIN_LOSS_RATIO);
    }

    /** Whether all four are met. */
    public boolean allMet() {
        return sharpe && maxDrawdown && winRate && winLossRatio;
    }
}
