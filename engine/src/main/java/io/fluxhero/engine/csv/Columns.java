package io.fluxhero.engine.csv;

import io.fluxhero.engine.market.Timeframe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Bars while they are read, each with the line it came from; put in order at the end. */
final class Columns {

    private static final long DAY_MILLIS = TimeCell.DAY * 1000;

    private long[] times;
    private double[] opens;
    private double[] highs;
    private double[] lows;
    private double[] closes;
    private long[] volumes;
    private int[] lines;
    private int size;
    private boolean rising = true;
    private int duplicates;

    Columns(int capacity) {
        times = new long[capacity];
        opens = new double[capacity];
        highs = new double[capacity];
        lows = new double[capacity];
        closes = new double[capacity];
        volumes = new long[capacity];
        lines = new int[capacity];
    }

    void add(long time, double open, double high, double low, double close, long volume, int line) {
        rising &= size == 0 || times[size - 1] < time;
        times[size] = time;
        opens[size] = open;
        highs[size] = high;
        lows[size] = low;
        closes[size] = close;
        volumes[size] = volume;
        lines[size++] = line;
    }

    private void cutTo(int capacity) {
        times = Arrays.copyOf(times, capacity);
        opens = Arrays.copyOf(opens, capacity);
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        closes = Arrays.copyOf(closes, capacity);
        volumes = Arrays.copyOf(volumes, capacity);
        lines = Arrays.copyOf(lines, capacity);
    }

    /** Sorts by time and leaves out rows that repeat a bar exactly; rows that contradict each other refuse the file. */
    void putInOrder() {
        if (!rising) {
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted((a, b) -> Long.compare(times[a], times[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            Columns sorted = new Columns(size);
            for (int i : order) {
                sorted.addOnce(this, i);
            }
            take(sorted);
        }
        if (size < times.length) {
            cutTo(size);
        }
    }

    private void addOnce(Columns from, int i) {
        if (size > 0 && times[size - 1] == from.times[i]) {
            if (!same(size - 1, from, i)) {
                throw new CsvFormatException("lines %d and %d hold two different bars of one time: leave the right one"
                        .formatted(lines[size - 1], from.lines[i]));
            }
            duplicates++;
        } else {
            add(
                    from.times[i],
                    from.opens[i],
                    from.highs[i],
                    from.lows[i],
                    from.closes[i],
                    from.volumes[i],
                    from.lines[i]);
        }
    }

    private boolean same(int here, Columns other, int there) {
        return opens[here] == other.opens[there]
                && highs[here] == other.highs[there]
                && lows[here] == other.lows[there]
                && closes[here] == other.closes[there]
                && volumes[here] == other.volumes[there];
    }

    private void take(Columns sorted) {
        times = sorted.times;
        opens = sorted.opens;
        highs = sorted.highs;
        lows = sorted.lows;
        closes = sorted.closes;
        volumes = sorted.volumes;
        lines = sorted.lines;
        size = sorted.size;
        duplicates = sorted.duplicates;
    }

    /** What the ordered bars show; {@code given} carries what was noticed row by row. */
    CsvBars finish(Timeframe timeframe, int rows, List<BadRow> bad, int badCount, List<String> notes) {
        putInOrder();
        int silent = 0;
        for (long volume : volumes) {
            silent += volume == 0 ? 1 : 0;
        }
        List<CsvFindings.Gap> gaps = timeframe == Timeframe.D1 ? gaps() : List.of();
        CsvFindings findings = new CsvFindings(
                rows, List.copyOf(bad), badCount, duplicates, !rising, silent, gaps, List.copyOf(notes));
        return new CsvBars(times, opens, highs, lows, closes, volumes, findings);
    }

    private List<CsvFindings.Gap> gaps() {
        List<CsvFindings.Gap> gaps = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            long days = Math.round((double) (times[i] - times[i - 1]) / DAY_MILLIS);
            if (days > CsvFindings.GAP_DAYS) {
                gaps.add(new CsvFindings.Gap(i - 1, i, days));
            }
        }
        return List.copyOf(gaps);
    }
}
