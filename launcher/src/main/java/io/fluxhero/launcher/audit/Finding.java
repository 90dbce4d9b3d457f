package io.fluxhero.launcher.audit;

import java.util.List;

/**
 * What the auditor found on one rule.
 *
 * @param invariant its number in the list of invariants, for example {@code I4}
 * @param claim what must be true, in words
 * @param checked how many things it was checked on
 * @param violations how many of them break it
 * @param details the first violations, in words
 * @param underWay messages between two services that the rule waits for; not wrong while bars flow
 */
public record Finding(
        String invariant, String claim, long checked, long violations, List<String> details, long underWay) {

    public Finding {
        details = List.copyOf(details);
    }

    /** How a rule stands. */
    public enum State {
        OK,
        /** Nothing is wrong, and something is on its way: ask again once the bars rest. */
        MOVING,
        VIOLATED
    }

    public State state() {
        if (violations > 0) {
            return State.VIOLATED;
        }
        return underWay > 0 ? State.MOVING : State.OK;
    }
}
