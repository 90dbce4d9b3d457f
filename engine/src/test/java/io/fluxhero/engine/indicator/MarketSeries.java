package io.fluxhero.engine.indicator;

import io.fluxhero.engine.market.CandleSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Series to measure: made-up ones that follow from a seed, and those of a directory of real files where one is named. */
final class MarketSeries {

    private MarketSeries() {}

    /** A walk that drifts, jumps, falls asleep for whole windows and wakes up again. */
    static CandleSeries walk(long seed, int bars) {
        SplittableRandom random = new SplittableRandom(seed);
        CandleSeries series = new CandleSeries();
        double price = 100;
        for (int i = 0; i < bars; i++) {
            boolean sleeps = (i / 90) % 5 == 4;
            double drift = ((i / 60) % 3 - 1) * 0.001;
            double open = price;
            double jump = i % 251 == 250 ? 1.2 - 0.4 * random.nextDouble() : 1;
            price = sleeps ? price : cents(price * jump * (1 + drift + (random.nextDouble() - 0.5) * 0.02));
            double reach = sleeps ? 0 : 0.004;
            double high = cents(Math.max(open, price) * (1 + random.nextDouble() * reach));
            double low = cents(Math.min(open, price) * (1 - random.nextDouble() * reach));
            series.add(
                    i * 60_000L,
                    open,
                    Math.max(high, Math.max(open, price)),
                    Math.min(low, Math.min(open, price)),
                    price,
                    random.nextInt(1_000_000));
        }
        return series;
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    /** Every comma-separated file below the directory that the system property {@code fluxhero.data} names, by name. */
    static Map<String, CandleSeries> real() {
        Map<String, CandleSeries> series = new TreeMap<>();
        String directory = System.getProperty("fluxhero.data");
        if (directory == null) {
            return series;
        }
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            files.filter(file -> file.getFileName().toString().matches(".*\\.csv(\\.gz)?"))
                    .forEach(file -> series.put(file.getFileName().toString(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        series.values().removeIf(bars -> bars.size() < 250);
        return series;
    }

    private static CandleSeries read(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            List<String> header = columns(lines.readLine());
            CandleSeries series = new CandleSeries();
            lines.lines().map(MarketSeries::columns).forEach(row -> add(header, row, series));
            return series;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> columns(String line) {
        return List.of(line.toLowerCase(Locale.ROOT).split(",", -1));
    }

    /** Adds a row of four prices; rows of words, as some headers have, are passed over. */
    private static void add(List<String> header, List<String> row, CandleSeries series) {
        double[] prices = Stream.of("open", "high", "low", "close")
                .mapToInt(header::indexOf)
                .filter(column -> column >= 0 && row.get(column).matches("[0-9.]+"))
                .mapToDouble(column -> Double.parseDouble(row.get(column)))
                .toArray();
        if (prices.length == 4) {
            series.add(series.size(), prices[0], prices[1], prices[2], prices[3], 1);
        }
    }
}
