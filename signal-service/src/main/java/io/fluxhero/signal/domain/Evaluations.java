package io.fluxhero.signal.domain;

/** Where evaluations are kept and published, in the transaction of the messages that caused them. */
public interface Evaluations {

    /** Stores the evaluation and publishes it, at the commit of the current transaction. */
    void add(Evaluation evaluation);

    /** Runs {@code forget} once if the current transaction is rolled back, however often it is asked for this key. */
    void onRollback(StrategyKey key, Runnable forget);
}
