package io.fluxhero.engine.risk;

/** Whether new positions may be opened. */
public enum TradingStatus {
    /** Yes. */
    ACTIVE,
    /** At half size and with tighter stops: drawdown is past the warning level. */
    REDUCED,
    /** No: reductions only, until someone resumes trading. */
    DISABLED
}
