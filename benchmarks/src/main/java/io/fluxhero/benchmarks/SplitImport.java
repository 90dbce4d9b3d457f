package io.fluxhero.benchmarks;

import io.fluxhero.engine.csv.CsvBars;
import io.fluxhero.engine.csv.CsvImport;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Timeframe;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongFunction;

/** A file of bars read by us, and by what everyone writes first: split, parseDouble and the
 * usual way to read a time, into columns. */
final class SplitImport {

    private final byte[] file;
    private final ToLongFunction<String> time;

    SplitImport(byte[] file, ToLongFunction<String> time) {
        this.file = file;
        this.time = time;
    }

    double ours() {
        CsvBars bars = CsvImport.read(file, Timeframe.M1, null);
        return bars.closes()[bars.size() / 2];
    }

    double split() {
        CandleSeries series = new CandleSeries();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.ISO_8859_1))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                series.add(
                        time.applyAsLong(cells[0]),
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        Long.parseLong(cells[5]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return series.closes()[series.size() / 2];
    }
}
