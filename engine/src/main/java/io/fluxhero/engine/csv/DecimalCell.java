package io.fluxhero.engine.csv;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads decimals out of bytes, each equal to {@link Double#parseDouble} to the last bit. A decimal whose digits make an
 * integer of at most 53 bits and that has at most 22 decimals is one exact division of two exact numbers (Clinger, "How
 * to read floating point numbers accurately", 1990); all others are given to {@code parseDouble}.
 */
final class DecimalCell {

    private static final long EXACT = 1L << 53;
    private static final int SAFE_DIGITS = 18;
    private static final int SHORT_CELL = 2 * EightDigits.BYTES + 1;
    private static final int POINT = '.' ^ '0';
    static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};
    private static final double[] TEN_TO = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,5})?");
    private static final Set<String> MISSING = Set.of("", "null", "nan", "n/a", "na", "none", "-");

    /** What the last cell was. */
    enum Kind {
        NUMBER,
        MISSING,
        NO_NUMBER
    }

    private final byte separator;
    private Kind kind = Kind.NUMBER;
    private int end;

    DecimalCell(byte separator) {
        this.separator = separator;
    }

    /** The number in the cell that begins at {@code from}; {@code NaN} where {@link #kind} says that there is none. */
    double read(byte[] text, int from, int limit) {
        return from + SHORT_CELL <= limit ? smallCell(text, from, limit) : longCell(text, from, limit);
    }

    /** At most seven bytes, as most prices are: the point is taken out, and the digits are read as one number. */
    private double smallCell(byte[] text, int from, int limit) {
        long word = EightDigits.at(text, from);
        long others = EightDigits.others(word);
        int whole = EightDigits.first(others);
        if (whole == 0 || whole == EightDigits.BYTES) {
            return shortCell(text, from, limit);
        }
        boolean hasPoint = EightDigits.byteAt(word, whole) == POINT;
        int size = hasPoint ? EightDigits.first(others & (others - 1)) : whole;
        int decimals = hasPoint ? size - whole - 1 : 0;
        if (size == EightDigits.BYTES || size == whole + 1 || !isEnd(text[from + size])) {
            return shortCell(text, from, limit);
        }
        end = from + size;
        kind = Kind.NUMBER;
        return hasPoint
                ? EightDigits.value(EightDigits.without(word, whole), size - 1) / TEN_TO[decimals]
                : EightDigits.value(word, size);
    }

    /** At most seven digits before the point and seven after it, as nearly all prices are. */
    private double shortCell(byte[] text, int from, int limit) {
        long word = EightDigits.at(text, from);
        int whole = EightDigits.count(word);
        if (whole == 0 || whole == EightDigits.BYTES) {
            return longCell(text, from, limit);
        }
        long digits = EightDigits.value(word, whole);
        int decimals = 0;
        int at = from + whole;
        if (text[at] == '.') {
            long fraction = EightDigits.at(text, at + 1);
            decimals = EightDigits.count(fraction);
            if (decimals == 0 || decimals == EightDigits.BYTES) {
                return longCell(text, from, limit);
            }
            digits = digits * TENS[decimals] + EightDigits.value(fraction, decimals);
            at += 1 + decimals;
        }
        if (!isEnd(text[at])) {
            return longCell(text, from, limit);
        }
        end = at;
        kind = Kind.NUMBER;
        return digits / TEN_TO[decimals];
    }

    private double longCell(byte[] text, int from, int limit) {
        int at = from;
        boolean negative = at < limit && text[at] == '-';
        at += negative ? 1 : 0;
        int begin = at;
        long digits = 0;
        while (at < limit && isDigit(text[at])) {
            digits = digits * 10 + text[at++] - '0';
        }
        int point = at;
        if (at < limit && text[at] == '.') {
            at++;
            while (at < limit && isDigit(text[at])) {
                digits = digits * 10 + text[at++] - '0';
            }
        }
        int decimals = Math.max(0, at - point - 1);
        int count = point - begin + decimals;
        boolean whole = at == limit || isEnd(text[at]);
        if (whole && count > 0 && count <= SAFE_DIGITS && digits <= EXACT) {
            end = at;
            kind = Kind.NUMBER;
            double value = digits / TEN_TO[decimals];
            return negative ? -value : value;
        }
        return slow(text, from, limit);
    }

    private double slow(byte[] text, int from, int limit) {
        end = from;
        while (end < limit && !isEnd(text[end])) {
            end++;
        }
        String cell = new String(text, from, end - from, StandardCharsets.ISO_8859_1).strip();
        if (MISSING.contains(cell.toLowerCase(Locale.ROOT))) {
            kind = Kind.MISSING;
            return Double.NaN;
        }
        kind = Kind.NUMBER;
        double value = isDecimal(cell) ? Double.parseDouble(cell) : Double.NaN;
        if (!Double.isFinite(value)) {
            kind = Kind.NO_NUMBER;
            return Double.NaN;
        }
        return value;
    }

    /** Leaves out what only Java reads as a number: hexadecimal digits, type suffixes, names. */
    private static boolean isDecimal(String cell) {
        return DECIMAL.matcher(cell).matches();
    }

    Kind kind() {
        return kind;
    }

    /** Where the last cell ended: at its separator, its line end, or the limit. */
    int end() {
        return end;
    }

    private boolean isEnd(byte c) {
        return c == separator || c == '\n' || c == '\r';
    }

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
