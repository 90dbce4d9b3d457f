package io.fluxhero.engine.strategy;

import static io.fluxhero.engine.regime.ConfirmedRegimes.WORD;

import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Side;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToLongFunction;

/**
 * What the scans of many runs over the same measured bars have in common. Whoever asks first finds it, for all. It only
 * tells where nothing can stand, so that a run does not look at a word of bars again.
 */
final class SharedScans {

    /** Below this share of the price, rounding of the band could be seen. */
    private static final double LEAST_ATR = 1e-7;

    private static final double LEAST_BAND = 0.01;
    private static final double MARGIN = 1e-6;

    private record Extreme(Side side, double bound) {}

    private final CandleSeries series;
    private final IndicatorColumns columns;
    private final Map<Extreme, long[]> extremes = new ConcurrentHashMap<>();
    private final Map<Side, double[]> farthest = new ConcurrentHashMap<>();

    SharedScans(CandleSeries series, IndicatorColumns columns) {
        this.series = series;
        this.columns = columns;
    }

    /** Bars of an extreme RSI, a bit each; {@code find} tells those of one word. */
    long[] extremes(Side side, double bound, IntToLongFunction find) {
        return extremes.computeIfAbsent(new Extreme(side, bound), extreme -> {
            long[] bits = new long[words()];
            for (int word = 0; word < bits.length; word++) {
                bits[word] = find.applyAsLong(word);
            }
            return bits;
        });
    }

    private int words() {
        return (series.size() + WORD - 1) / WORD;
    }

    /** How many ATR the closes of each word are from KAMA on this side at the most; more than the truth where in doubt. */
    double[] farthest(Side side) {
        return farthest.computeIfAbsent(side, this::findFarthest);
    }

    private double[] findFarthest(Side side) {
        double[] most = new double[words()];
        for (int word = 0; word < most.length; word++) {
            double distance = Double.NEGATIVE_INFINITY;
            for (int bar = word * WORD; bar < Math.min(series.size(), (word + 1) * WORD); bar++) {
                double kama = columns.kama()[bar];
                double atr = columns.atr()[bar];
                double here = atr > LEAST_ATR * kama
                        ? side.sign() * (series.closes()[bar] - kama) / atr
                        : Double.POSITIVE_INFINITY;
                distance = Math.max(distance, here);
            }
            most[word] = distance;
        }
        return most;
    }

    /** Whether no close of a word whose closes are so far at the most is beyond a band of so many ATR. */
    static boolean isWithin(double farthest, double band) {
        return band >= LEAST_BAND && farthest < band * (1 - MARGIN);
    }
}
