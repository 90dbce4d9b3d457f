package io.fluxhero.launcher.shell;

import io.fluxhero.engine.csv.BadRow;
import io.fluxhero.engine.csv.CsvBars;
import io.fluxhero.engine.csv.CsvFindings;
import io.fluxhero.engine.csv.CsvFormatException;
import io.fluxhero.engine.csv.CsvImport;
import io.fluxhero.engine.market.Adjustments;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.launcher.run.LoadedBars;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file of bars: reads it, says what was wrong with it, and refuses it where the specification does. */
final class BarFile {

    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final int ROWS_SHOWN = 5;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Path file;
    private final String symbol;
    private final Timeframe timeframe;
    private final @Nullable Path factors;

    BarFile(Path file, String symbol, Timeframe timeframe, @Nullable Path factors) {
        this.file = file;
        this.symbol = symbol;
        this.timeframe = timeframe;
        this.factors = factors;
    }

    LoadedBars load(@Nullable LocalDate from, @Nullable LocalDate to, PrintWriter err) throws IOException {
        CsvBars bars = parse();
        report(bars.findings(), err);
        long end = to == null ? Long.MAX_VALUE : midnight(to.plusDays(1));
        int count = bars.size();
        while (count > 0 && bars.openTimes()[count - 1] >= end) {
            count--;
        }
        long begin = from == null ? Long.MIN_VALUE : midnight(from);
        if (count == 0 || bars.openTimes()[count - 1] < begin) {
            throw new ShellFailure(file + " has no bars between " + (from == null ? "its beginning" : from) + " and "
                    + (to == null ? "its end" : to));
        }
        long first = Math.max(begin, bars.openTimes()[0]);
        return new LoadedBars(file, symbol, timeframe, bars.series(count), adjustments(), first, bars.findings());
    }

    private Adjustments adjustments() throws IOException {
        if (factors == null) {
            return Adjustments.none();
        }
        try {
            return Adjustments.parseFactors(symbol, Files.readAllLines(factors));
        } catch (NoSuchFileException e) {
            throw new ShellFailure("there is no file " + factors);
        } catch (IllegalArgumentException e) {
            throw new ShellFailure(factors + " is refused: " + e.getMessage()
                    + "; its lines are yyyyMMdd,price factor,split factor,close");
        }
    }

    private CsvBars parse() throws IOException {
        try {
            CsvBars bars = CsvImport.read(bytes(), timeframe, symbol);
            bars.findings().refusal().ifPresent(why -> {
                throw new ShellFailure(file + " is refused: " + why);
            });
            return bars;
        } catch (CsvFormatException e) {
            throw new ShellFailure(file + " is refused: " + e.getMessage());
        }
    }

    private byte[] bytes() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ShellFailure("there is no file " + file);
        }
        if (ParquetFile.starts(bytes)) {
            return new ParquetFile(file).toCsv();
        }
        boolean packed = bytes.length > 2 && (bytes[0] & 0xff) == GZIP_FIRST && (bytes[1] & 0xff) == GZIP_SECOND;
        if (!packed) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
            return in.readAllBytes();
        }
    }

    private void report(CsvFindings findings, PrintWriter err) {
        findings.notes().forEach(note -> err.println("note: " + note));
        if (findings.sorted()) {
            err.println("note: the rows were not in the order of time and have been sorted");
        }
        if (findings.duplicates() > 0) {
            err.println("note: " + findings.duplicates() + " rows repeat another and are left out");
        }
        List<BadRow> shown = findings.badRows()
                .subList(0, Math.min(ROWS_SHOWN, findings.badRows().size()));
        shown.forEach(row -> err.println("bad row dropped: " + row));
        if (findings.badRowCount() > shown.size()) {
            err.println("... and " + (findings.badRowCount() - shown.size()) + " more bad rows");
        }
        if (findings.zeroVolumes() > 0) {
            err.println("note: " + findings.zeroVolumes() + " bars have no volume");
        }
        if (!findings.gaps().isEmpty()) {
            err.println("note: " + findings.gaps().size() + " gaps of more than " + CsvFindings.GAP_DAYS + " days");
        }
    }

    private static long midnight(LocalDate date) {
        return date.atStartOfDay(EXCHANGE).toInstant().toEpochMilli();
    }
}
