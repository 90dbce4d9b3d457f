package io.fluxhero.engine.backtest;

/**
 * What a run does beside trading.
 *
 * @param atEnd what becomes of open positions when the data ends
 * @param verdicts whether the one answer of the strategy to every traded bar is kept; it costs an object per bar
 */
public record BacktestOptions(AtEnd atEnd, boolean verdicts) {

    /** Positions stay open, no verdicts. */
    public static BacktestOptions defaults() {
        return new BacktestOptions(AtEnd.LEAVE_OPEN, false);
    }

    /** The same with another end. */
    public BacktestOptions with(AtEnd end) {
        return new BacktestOptions(end, verdicts);
    }

    /** The same with the verdict of every bar. */
    public BacktestOptions withVerdicts() {
        return new BacktestOptions(atEnd, true);
    }
}
