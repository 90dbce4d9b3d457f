package io.fluxhero.backtest.domain;

/** What is kept: a document of its own form, and its line in the list. */
public sealed interface Run permits RunResult, WalkForwardAnswer {

    /** Which form. */
    enum Kind {
        BACKTEST,
        WALK_FORWARD
    }

    String runId();

    String timeframe();

    RunSummary summary();
}
