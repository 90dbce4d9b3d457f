package io.fluxhero.system;

import java.time.Duration;

/**
 * How long to wait on this machine. Build machines are at times several times slower than they were; a test that gives up
 * too early tells nothing. Nothing else depends on it.
 */
final class Patience {

    private static final int STEPS = 100_000_000;
    private static final double USUAL_NANOS = 120e6;
    private static final double MOST = 10;
    private static final double FACTOR = Math.clamp(measured() / USUAL_NANOS, 1, MOST);

    private Patience() {}

    /** This long where the machine is as fast as usual, longer where it is slower. */
    static Duration of(Duration usual) {
        return Duration.ofMillis((long) (usual.toMillis() * FACTOR));
    }

    private static double measured() {
        long began = System.nanoTime();
        long x = began;
        for (int i = 0; i < STEPS; i++) {
            x = x * 6364136223846793005L + 1442695040888963407L;
        }
        long took = System.nanoTime() - began;
        return x == 0 ? USUAL_NANOS : took;
    }
}
