package io.fluxhero.engine.risk;

/** Why a position was closed, or a part of it. */
public enum ExitReason {
    /** The strategy signalled its exit. */
    SIGNAL,
    /** The protective stop, where it was set at the entry. */
    STOP,
    /** The protective stop after it had followed the price. */
    TRAILING_STOP,
    /** The profit target. */
    TARGET,
    /** The time limit that came with the entry had passed. */
    TIME_LIMIT,
    /** Trading was halted: drawdown, loss of the session, concentration or system. */
    HALT,
    /** A person's word. */
    PERSON,
    /** A split left less than one share, which was paid out. */
    CASH_IN_LIEU,
    /** The data ended, and the run was asked to close what is open. */
    END_OF_DATA
}
