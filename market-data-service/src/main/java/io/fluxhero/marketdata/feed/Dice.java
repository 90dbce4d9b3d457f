package io.fluxhero.marketdata.feed;

/** Random numbers that are the same on every machine and every Java: SplitMix64 and the Box-Muller transform. */
final class Dice {

    private static final double UNIT = 0x1.0p-53;

    private long state;

    Dice(long seed, String name) {
        long mixed = seed;
        for (int i = 0; i < name.length(); i++) {
            mixed = mixed * 1_099_511_628_211L + name.charAt(i);
        }
        this.state = mixed;
    }

    /** From 0 to below 1. */
    double uniform() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * UNIT;
    }

    /** Standard normal. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }
}
