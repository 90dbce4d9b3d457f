package io.fluxhero.engine.backtest;

/** What becomes of positions that are open when the data ends. */
public enum AtEnd {
    /** They stay in the result as open, marked at the last close, and are no trades. */
    LEAVE_OPEN,
    /** They are closed at the last close, with costs, for the reason END_OF_DATA. */
    CLOSE
}
