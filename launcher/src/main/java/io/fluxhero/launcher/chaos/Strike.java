package io.fluxhero.launcher.chaos;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One blow.
 *
 * @param targets who is hit, all at once
 * @param act how
 * @param aimed whether it waits for the next approved order and strikes while that is on its way
 * @param pause how long it waits otherwise
 * @param freeze how long a stopped process stands still; of no meaning for a kill
 */
record Strike(List<Target> targets, Act act, boolean aimed, Duration pause, Duration freeze) {

    /** How a process is hit. */
    enum Act {
        /** {@code kill -9}. */
        KILL,
        /** {@code SIGSTOP}, later {@code SIGCONT}: alive, and silent. */
        STOP
    }

    String sentence() {
        String who = targets.stream().map(Target::label).collect(Collectors.joining(" + "));
        return act == Act.KILL ? "kill " + who : "stop " + who + " for " + freeze.toSeconds() + " s";
    }
}
