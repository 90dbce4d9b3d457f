package io.fluxhero.engine.csv;

import io.fluxhero.engine.csv.Header.Role;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleRules;
import io.fluxhero.engine.market.Timeframe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads bars from the bytes of a CSV file, in one pass and without an object per row.
 *
 * <p>Columns are found by the names in the header, in any case and order; without a header they are time, open, high, low,
 * close, volume. Separators are comma, semicolon or tab; cells may be quoted; lines may end in CRLF; a byte order mark and
 * blank lines are skipped. Both forms in which Yahoo's downloads come are known. An adjusted close is left out: prices
 * stay as they were traded.
 *
 * <p>Times are ISO dates and date-times, dates with slashes (month first), or seconds or milliseconds since the epoch. Without
 * a zone they are New York time; a bar of a day or longer opens at midnight in New York of its exchange date.
 */
public final class CsvImport {

    private static final int HEADING_LINES = 3;

    private final byte[] bytes;
    private final Timeframe timeframe;
    private final Lines lines;
    private final byte separator;
    private final Header header;
    private final RowCells cells;
    private final Columns columns;
    private final List<BadRow> badRows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int badRowCount;
    private int rows;
    private int strangers;

    private CsvImport(byte[] bytes, Timeframe timeframe, @Nullable String symbol) {
        this.bytes = bytes;
        this.timeframe = timeframe;
        lines = new Lines(bytes);
        while (!lines.isAtEnd() && lines.isBlank((byte) ',')) {
            lines.next(lines.at());
        }
        String first = lines.current();
        separator = Lines.separatorOf(first);
        TimeCell times = new TimeCell(separator, timeframe.seconds() >= TimeCell.DAY);
        boolean plain = times.read(bytes, lines.at(), bytes.length) != TimeCell.NONE;
        header = plain ? Header.plain() : Header.of(Lines.cellsOf(first, separator));
        if (plain) {
            notes.add("there is no header: the columns are taken as " + header.names());
        } else {
            lines.next(lines.at());
        }
        cells = new RowCells(separator, header, times, symbol);
        columns = new Columns(lines.count());
    }

    /**
     * The bars of a file.
     *
     * @param symbol where the file has a column of symbols, the one that is wanted; {@code null} takes all rows
     * @throws CsvFormatException where it has not the columns, no row at all, or contradicts itself
     */
    public static CsvBars read(byte[] bytes, Timeframe timeframe, @Nullable String symbol) {
        return new CsvImport(bytes, timeframe, symbol).read();
    }

    private CsvBars read() {
        noteColumns();
        while (!lines.isAtEnd()) {
            int end = cells.read(bytes, lines.at(), bytes.length);
            if (end >= 0) {
                accept();
            } else {
                unread(end);
            }
            lines.next(Math.max(end, lines.at()));
        }
        if (rows == 0) {
            throw new CsvFormatException(
                    strangers == 0
                            ? "it has no bars"
                            : "its bars are all of other symbols, such as " + cells.foundSymbol());
        }
        if (strangers > 0) {
            notes.add(strangers + " rows of other symbols are left out");
        }
        return columns.finish(timeframe, rows, badRows, badRowCount, notes);
    }

    private void noteColumns() {
        if (!header.has(Role.VOLUME)) {
            notes.add("there is no volume column: volume is taken as 0");
        }
        header.adjustedClose()
                .ifPresent(name -> notes.add("column '" + name + "' is left out: prices stay as they were traded"));
    }

    private void accept() {
        double open = cells.open();
        double high = cells.high();
        double low = cells.low();
        double close = cells.close();
        long volume = Math.round(cells.volume());
        rows++;
        boolean sound = low > 0
                && low <= open
                && low <= close
                && high >= open
                && high >= close
                && high <= Double.MAX_VALUE
                && volume >= 0;
        if (sound || isTolerable(new Candle(cells.time(), open, high, low, close, volume))) {
            columns.add(cells.time(), open, high, low, close, volume, lines.line());
        }
    }

    /** Whether the rules of a bar let it pass after all; else it is dropped with the flaw they name. */
    private boolean isTolerable(Candle candle) {
        Optional<CandleRules.Flaw> flaw = CandleRules.flawOf(candle);
        flaw.ifPresent(found -> drop(
                header.nameOf(Flaws.columnOf(found, candle)),
                found.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " in " + Flaws.text(candle)));
        return flaw.isEmpty();
    }

    /** A row that is no bar as it stands: of another symbol, blank, a heading, quoted, or bad. */
    private void unread(int why) {
        if (why == RowCells.STRANGER) {
            strangers++;
            return;
        }
        String whole = lines.current();
        if (lines.isBlank(separator) || isHeading(whole)) {
            return;
        }
        if (whole.indexOf('"') >= 0) {
            byte[] plain = Lines.unquoted(whole, separator).getBytes(StandardCharsets.ISO_8859_1);
            int end = cells.read(plain, 0, plain.length);
            if (end >= 0) {
                accept();
                return;
            }
        }
        rows++;
        drop(cells.failedColumn(), cells.reason());
    }

    /** The lines under the first one of Yahoo's form with a heading of several levels. */
    private boolean isHeading(String line) {
        String first = Lines.cellsOf(line, separator).getFirst();
        return lines.line() <= HEADING_LINES && (first.equalsIgnoreCase("Ticker") || first.equalsIgnoreCase("Date"));
    }

    private void drop(String column, String reason) {
        if (badRowCount++ < CsvFindings.ROWS_KEPT) {
            badRows.add(new BadRow(lines.line(), column, reason));
        }
    }
}
