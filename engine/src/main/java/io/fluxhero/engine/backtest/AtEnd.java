package io.fluxhero.engine.backtest;

/** What becomes of positions that are open when the data ends. */
public enum AtEnd {
    /** They stay open, marked at the last close, and are reported as open. */
    LEAVE_OPEN,
    /** They are closed at the last close of their symbol, with costs, as trades that say so. */
    CLOSE
}
