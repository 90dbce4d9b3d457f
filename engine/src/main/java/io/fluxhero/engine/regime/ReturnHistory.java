package io.fluxhero.engine.regime;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The newest returns of several symbols, in line by time, for their correlation. A return belongs to the time of its
 * later close. Symbols may miss times; each pair is compared over the times that both have.
 */
public final class ReturnHistory {

    /** Times looked back at. */
    public static final int WINDOW = 60;

    private final int window;
    private final SortedMap<String, Double> closes = new TreeMap<>();
    private final SortedMap<Long, SortedMap<String, Double>> returns = new TreeMap<>();

    /** Over the usual {@value #WINDOW} times. */
    public ReturnHistory() {
        this(WINDOW);
    }

    /** @param window times looked back at */
    public ReturnHistory(int window) {
        this.window = window;
    }

    /** Takes the next close of a symbol; times of one symbol rise. */
    public void update(String symbol, long time, double close) {
        Double before = closes.put(symbol, close);
        if (before != null) {
            returns.computeIfAbsent(time, _ -> new TreeMap<>()).put(symbol, close / before - 1);
            if (returns.size() > window) {
                returns.remove(returns.firstKey());
            }
        }
    }

    /** The symbols seen, in the order of the rows of {@link #correlations()}. */
    public List<String> symbols() {
        return List.copyOf(closes.keySet());
    }

    /** The correlations of all symbols seen. */
    public CorrelationMatrix correlations() {
        List<String> symbols = symbols();
        double[][] rows = new double[symbols.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(symbols.get(i));
        }
        return CorrelationMatrix.of(rows);
    }

    private double[] row(String symbol) {
        double[] row = new double[returns.size()];
        Arrays.fill(row, Double.NaN);
        int column = 0;
        for (SortedMap<String, Double> atTime : returns.values()) {
            Double change = atTime.get(symbol);
            if (change != null) {
                row[column] = change;
            }
            column++;
        }
        return row;
    }
}
