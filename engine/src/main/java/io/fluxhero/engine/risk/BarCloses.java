package io.fluxhero.engine.risk;

import java.util.Arrays;

/** What the account needs to know of every symbol at one bar time; filled again and again, so that bars cost nothing. */
public final class BarCloses {

    private int[] slots = new int[8];
    private double[] closes = new double[8];
    private double[] atrs = new double[8];
    private int size;

    /** Forgets all. */
    public void clear() {
        size = 0;
    }

    /**
     * Adds a symbol; symbols are added in their own order.
     *
     * @param slot as {@link Portfolio#slotOf} gave it
     * @param close mark price; the account takes it to six decimals, as a message would bring it
     * @param atr average true range, likewise, {@code NaN} while unknown
     */
    public void add(int slot, double close, double atr) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
            closes = Arrays.copyOf(closes, size * 2);
            atrs = Arrays.copyOf(atrs, size * 2);
        }
        slots[size] = slot;
        closes[size] = close;
        atrs[size] = atr;
        size++;
    }

    int size() {
        return size;
    }

    int slot(int index) {
        return slots[index];
    }

    double close(int index) {
        return closes[index];
    }

    double atr(int index) {
        return atrs[index];
    }
}
