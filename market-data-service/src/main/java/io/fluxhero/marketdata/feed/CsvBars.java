package io.fluxhero.marketdata.feed;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.TradingCalendar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code time,open,high,low,close,volume}; a date means midnight in New York, anything else is an instant. */
final class CsvBars {

    static final String HEADER = "time,open,high,low,close,volume";
    private static final int DATE_LENGTH = 10;
    private static final int COLUMNS = 6;

    private CsvBars() {}

    /** The bars of a bundled file. */
    static List<Candle> bundled(String symbol, String timeframe) {
        String path = "data/" + name(symbol, timeframe);
        InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalArgumentException("no bars to replay for " + symbol + " " + timeframe + ": no " + path
                    + "; files of your own are looked for in FLUXHERO_MARKET_DATA_REPLAY_FOLDER");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** The bars of a file in a folder of a person's own. */
    static List<Candle> in(Path folder, String symbol, String timeframe) {
        Path file = folder.resolve(name(symbol, timeframe));
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return read(lines);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("no bars to replay for " + symbol + " " + timeframe + ": no " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String name(String symbol, String timeframe) {
        return symbol + "-" + timeframe + ".csv";
    }

    static List<Candle> read(BufferedReader lines) throws IOException {
        String header = lines.readLine();
        if (!HEADER.equals(header)) {
            throw new IOException("the first line must be '" + HEADER + "' and is '" + header + "'");
        }
        List<Candle> candles = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            candles.add(parse(line, number));
        }
        return candles;
    }

    private static Candle parse(String line, int number) throws IOException {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new IOException("line " + number + " has " + cells.length + " columns: " + line);
        }
        try {
            return new Candle(
                    timeOf(cells[0]).toEpochMilli(),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    Long.parseLong(cells[5]));
        } catch (RuntimeException e) {
            throw new IOException("line " + number + " is not a bar: " + line, e);
        }
    }

    private static Instant timeOf(String text) {
        return text.length() == DATE_LENGTH
                ? LocalDate.parse(text).atStartOfDay(TradingCalendar.NEW_YORK).toInstant()
                : Instant.parse(text);
    }
}
