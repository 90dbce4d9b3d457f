package io.fluxhero.engine.csv;

import io.fluxhero.engine.csv.DecimalCell.Kind;
import io.fluxhero.engine.csv.Header.Role;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row into numbers; after a failure it knows which cell it was, and why. */
final class RowCells {

    /** A cell could not be read. */
    static final int FAILED = -1;

    /** The row is of another symbol. */
    static final int STRANGER = -2;

    private final byte separator;
    private final Header header;
    private final Role[] roles;
    private final boolean isUsual;
    private final @Nullable String symbol;
    private final DecimalCell decimals;
    private final TimeCell times;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;
    private long time;
    private int failedColumn;
    private String reason = "";
    private String foundSymbol = "";

    RowCells(byte separator, Header header, TimeCell times, @Nullable String symbol) {
        this.separator = separator;
        this.header = header;
        this.times = times;
        this.symbol = symbol;
        roles = header.roles().toArray(Role[]::new);
        isUsual = header.roles().equals(Header.plain().roles());
        decimals = new DecimalCell(separator);
    }

    /** Where the row that begins at {@code from} ends, or {@link #FAILED} or {@link #STRANGER}. */
    int read(byte[] text, int from, int limit) {
        int end = isUsual ? usualRow(text, from, limit) : FAILED;
        return end == FAILED ? anyRow(text, from, limit) : end;
    }

    /** Six cells in the usual order, without asking what each of them is; {@link #FAILED} where one is not there. */
    private int usualRow(byte[] text, int from, int limit) {
        time = times.read(text, from, limit);
        open = next(text, times.end(), limit);
        high = next(text, decimals.end(), limit);
        low = next(text, decimals.end(), limit);
        close = next(text, decimals.end(), limit);
        volume = next(text, decimals.end(), limit);
        boolean isRead = time != TimeCell.NONE && !Double.isNaN(open + high + low + close + volume);
        return isRead && restIsEmpty(text, decimals.end(), limit) ? decimals.end() : FAILED;
    }

    private double next(byte[] text, int end, int limit) {
        return end < limit && text[end] == separator ? decimals.read(text, end + 1, limit) : Double.NaN;
    }

    private int anyRow(byte[] text, int from, int limit) {
        int position = from;
        for (int column = 0; column < roles.length; column++) {
            if (column > 0) {
                if (position >= limit || text[position] != separator) {
                    return failed(column, "is not there", text, position, position);
                }
                position++;
            }
            position = cell(column, text, position, limit);
            if (position < 0) {
                return position;
            }
        }
        return restIsEmpty(text, position, limit)
                ? position
                : failed(roles.length - 1, "is followed by more cells than the header has", text, position, position);
    }

    private int cell(int column, byte[] text, int from, int limit) {
        Role role = roles[column];
        return switch (role) {
            case TIME -> time(column, text, from, limit);
            case OPEN, HIGH, LOW, CLOSE, VOLUME -> {
                keep(role, decimals.read(text, from, limit));
                yield decimals.kind() == Kind.NUMBER ? decimals.end() : noNumber(column, text, from);
            }
            case SYMBOL -> {
                int end = cellEnd(text, from, limit);
                yield isStranger(text, from, end) ? STRANGER : end;
            }
            case OTHER -> cellEnd(text, from, limit);
        };
    }

    private int time(int column, byte[] text, int from, int limit) {
        time = times.read(text, from, limit);
        return time == TimeCell.NONE
                ? failed(column, "is no time", text, from, cellEnd(text, from, limit))
                : times.end();
    }

    private void keep(Role role, double value) {
        switch (role) {
            case OPEN -> open = value;
            case HIGH -> high = value;
            case LOW -> low = value;
            case CLOSE -> close = value;
            case VOLUME -> volume = value;
            case TIME, SYMBOL, OTHER -> throw new IllegalArgumentException("no number: " + role);
        }
    }

    private int noNumber(int column, byte[] text, int from) {
        String why = decimals.kind() == Kind.MISSING ? "has no value" : "is no number";
        return failed(column, why, text, from, decimals.end());
    }

    private int failed(int column, String why, byte[] text, int from, int to) {
        failedColumn = column;
        String cell = new String(text, from, to - from, StandardCharsets.ISO_8859_1).strip();
        reason = cell.isEmpty() ? why : why + ": '" + cell + "'";
        return FAILED;
    }

    private boolean restIsEmpty(byte[] text, int from, int limit) {
        for (int i = from; i < limit && text[i] != '\n'; i++) {
            if (text[i] > ' ' && text[i] != separator) {
                return false;
            }
        }
        return true;
    }

    private boolean isStranger(byte[] text, int from, int to) {
        if (symbol == null) {
            return false;
        }
        foundSymbol = new String(text, from, to - from, StandardCharsets.ISO_8859_1)
                .replace("\"", "")
                .strip();
        return !foundSymbol.equalsIgnoreCase(symbol);
    }

    private int cellEnd(byte[] text, int from, int limit) {
        int end = from;
        while (end < limit && text[end] != separator && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    long time() {
        return time;
    }

    double open() {
        return open;
    }

    double high() {
        return high;
    }

    double low() {
        return low;
    }

    double close() {
        return close;
    }

    /** 0 where there is no such column. */
    double volume() {
        return volume;
    }

    String failedColumn() {
        return header.names().get(failedColumn);
    }

    String reason() {
        return reason;
    }

    /** The symbol of the last row, where there is such a column. */
    String foundSymbol() {
        return foundSymbol;
    }
}
