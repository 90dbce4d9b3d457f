package io.fluxhero.engine.csv;

/**
 * A row that became no bar.
 *
 * @param line counted from 1, the header included
 * @param column as the header names it, or the part of the bar that is wrong
 * @param reason in words, with what was found
 */
public record BadRow(int line, String column, String reason) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + reason;
    }
}
