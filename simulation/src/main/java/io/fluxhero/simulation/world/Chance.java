package io.fluxhero.simulation.world;

/** Random numbers that are the same on every machine. Parted by concern, so that one concern never shifts another. */
public final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** The source of everything in the world of this seed. */
    public static Chance of(long seed) {
        return new Chance(mix(seed + GOLDEN));
    }

    /** A source of its own for one concern; what others draw does not change it. */
    public Chance about(String concern) {
        return new Chance(mix(state ^ mix(concern.hashCode() * GOLDEN)));
    }

    /** The next 64 bits. */
    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to below {@code bound}. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next() >>> 1, bound);
    }

    /** From {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** From 0 to below 1. */
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    /** True with these odds, from 0 to 1. */
    public boolean odds(double odds) {
        return unit() < odds;
    }

    /** SplitMix64's finisher: every bit of the input moves half of the output. */
    static long mix(long bits) {
        long z = bits;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
