package io.fluxhero.engine.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Digits eight at a time: a word of bytes is looked at, and read, as a whole (D. Lemire, Number parsing, 2021). */
final class EightDigits {

    /** Bytes in a word. */
    static final int BYTES = 8;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long ABOVE_NINE = 0x7676767676767676L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private EightDigits() {}

    /** The eight bytes from here on, each less the code of zero: a digit is what it says. */
    static long at(byte[] text, int from) {
        return (long) WORD.get(text, from) ^ ZEROS;
    }

    /** The highest bit of each of them that is no digit; what stands after the first such may be marked too. */
    static long others(long word) {
        return ((word + ABOVE_NINE) | word) & HIGH_BITS;
    }

    /** Which byte the first of these marks is in, 8 where there is none. */
    static int first(long others) {
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /** How many of them are digits before the first that is none; 8 where all are. */
    static int count(long word) {
        return first(others(word));
    }

    /** One of them. */
    static int byteAt(long word, int index) {
        return (int) (word >>> (index * Byte.SIZE)) & 0xFF;
    }

    /** The word without one of them: those after it move up. */
    static long without(long word, int index) {
        long before = (1L << (index * Byte.SIZE)) - 1;
        return (word & before) | ((word >>> Byte.SIZE) & ~before);
    }

    /** The number that the first {@code count} digits make, 1 to 8 of them. */
    static long value(long word, int count) {
        long digits = word << ((BYTES - count) * Byte.SIZE);
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00FF00FF00FF00FFL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000FFFF0000FFFFL;
        return (fours * 10_000 + (fours >>> 32)) & 0xFFFFFFFFL;
    }
}
