package io.fluxhero.launcher.chaos;

import io.fluxhero.launcher.chaos.Strike.Act;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Which blow falls in which cycle: the same seed and cycle always mean the same blow, so that a campaign can be told and
 * repeated.
 */
record Plan(long seed, Set<Target> targets) {

    private static final double STOPS = 0.3;
    private static final double TWO_AT_ONCE = 0.2;
    private static final double AIMED = 0.5;
    private static final int LONGEST_WAIT_MILLIS = 1_500;
    private static final int SHORTEST_FREEZE_MILLIS = 3_000;
    private static final int LONGEST_FREEZE_MILLIS = 10_000;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    Strike strike(int cycle) {
        Random dice = new Random(seed + SPREAD * cycle);
        List<Target> shuffled = new ArrayList<>(targets);
        Collections.shuffle(shuffled, dice);
        int struck = shuffled.size() > 1 && dice.nextDouble() < TWO_AT_ONCE ? 2 : 1;
        return new Strike(
                List.copyOf(shuffled.subList(0, struck)),
                dice.nextDouble() < STOPS ? Act.STOP : Act.KILL,
                dice.nextDouble() < AIMED,
                Duration.ofMillis(dice.nextInt(LONGEST_WAIT_MILLIS)),
                Duration.ofMillis(dice.nextInt(SHORTEST_FREEZE_MILLIS, LONGEST_FREEZE_MILLIS)));
    }
}
