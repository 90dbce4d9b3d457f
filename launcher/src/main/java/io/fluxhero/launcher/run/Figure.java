package io.fluxhero.launcher.run;

import java.util.Locale;

/** Numbers as people read them; {@code NaN} is said to be undefined. */
public final class Figure {

    private Figure() {}

    /** With so many decimals and thousands separators. */
    public static String of(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + decimals + "f", value) : "undefined";
    }

    /** A gain or loss, with its sign. */
    public static String signed(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%+,." + decimals + "f", value) : "undefined";
    }

    /** Percent, with its sign. */
    public static String percent(double value) {
        return Double.isFinite(value) ? signed(value, 2) + " %" : "undefined";
    }
}
