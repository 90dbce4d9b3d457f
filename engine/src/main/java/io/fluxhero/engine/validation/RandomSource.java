package io.fluxhero.engine.validation;

/**
 * xoshiro256++ of Blackman and Vigna, Scrambled linear pseudorandom number generators (2021), seeded by SplitMix64 of
 * Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014). Written out here so that a seed means the
 * same numbers for ever, on every Java.
 */
public final class RandomSource {

    /** 2^64 over the golden ratio, odd. */
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private static final int WORDS = 4;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    RandomSource(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /**
     * The generator of one path: its state is outputs {@code 4 path} to {@code 4 path + 3} of SplitMix64 from the seed, so
     * that no two paths of a seed share any of them.
     */
    public static RandomSource ofPath(long seed, int path) {
        long first = WORDS * (long) path;
        return new RandomSource(
                splitMix64(seed, first),
                splitMix64(seed, first + 1),
                splitMix64(seed, first + 2),
                splitMix64(seed, first + 3));
    }

    /** Output {@code index}, from 0, of SplitMix64 started at a seed. */
    static long splitMix64(long seed, long index) {
        long z = seed + (index + 1) * GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The next 64 bits. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /**
     * A whole number from 0 to {@code bound - 1}, each equally likely: multiplication and rejection, Lemire, Fast random
     * integer generation in an interval (2019).
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a bound is at least 1, not " + bound);
        }
        long bits = nextLong();
        long low = bits * bound;
        if (Long.compareUnsigned(low, bound) < 0) {
            long rejected = Long.remainderUnsigned(-bound, bound);
            while (Long.compareUnsigned(low, rejected) < 0) {
                bits = nextLong();
                low = bits * bound;
            }
        }
        return (int) Math.unsignedMultiplyHigh(bits, bound);
    }
}
