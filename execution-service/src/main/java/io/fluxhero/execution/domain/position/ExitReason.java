package io.fluxhero.execution.domain.position;

import io.fluxhero.engine.risk.Intent;

/** What closed a trade. */
public enum ExitReason {
    SIGNAL,
    STOP,
    TARGET,
    MANUAL,
    KILL_SWITCH;

    /**
     * What an order of this intent closes a trade for.
     *
     * @param everything whether a flatten was for the whole account, which only the kill switch asks for
     */
    public static ExitReason of(Intent intent, boolean everything) {
        return switch (intent) {
            case EXIT -> SIGNAL;
            case PROTECTIVE_STOP -> STOP;
            case TAKE_PROFIT -> TARGET;
            case FLATTEN -> everything ? KILL_SWITCH : MANUAL;
            case ENTRY -> throw new IllegalArgumentException("an entry closes nothing");
        };
    }
}
