package io.fluxhero.engine.validation;

import io.fluxhero.engine.indicator.Atr;
import java.util.Arrays;

/**
 * Bands and stop in ATR(14), as wide as the bars given usually move (domain specification g.9).
 *
 * @param entry median of the absolute change of the close over ATR, from bar 50 on, held within 0.2 and 1.5
 * @param exit its 30th percentile, held within 0.1 and 1.0
 * @param stop 75th percentile of how far the low is below the highest high of the 20 bars before, over ATR, where both are
 *     known; held within 1.5 and 4.0
 */
public record AtrMultipliers(double entry, double exit, double stop) {

    private static final int ATR_PERIOD = 14;
    private static final int MOVES_FROM = 50;
    private static final int HIGH_OVER = 20;

    /** Of bars, as columns of one length; a middle of the bounds where nothing is known. */
    public static AtrMultipliers of(double[] high, double[] low, double[] close) {
        Atr atr = new Atr(ATR_PERIOD);
        double[] moves = new double[close.length];
        double[] falls = new double[close.length];
        Arrays.fill(moves, Double.NaN);
        Arrays.fill(falls, Double.NaN);
        for (int i = 0; i < close.length; i++) {
            atr.update(high[i], low[i], close[i]);
            double range = atr.value();
            if (range > 0 && i >= MOVES_FROM) {
                moves[i] = Math.abs(close[i] - close[i - 1]) / range;
            }
            if (range > 0 && i >= HIGH_OVER) {
                falls[i] = (highest(high, i - HIGH_OVER, i) - low[i]) / range;
            }
        }
        Percentiles move = Percentiles.of(moves);
        return new AtrMultipliers(
                within(move.at(0.50), 0.2, 1.5),
                within(move.at(0.30), 0.1, 1.0),
                within(Percentiles.of(falls).at(0.75), 1.5, 4.0));
    }

    private static double highest(double[] high, int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, high[i]);
        }
        return highest;
    }

    private static double within(double value, double least, double most) {
        return Double.isNaN(value) ? (least + most) / 2 : Math.clamp(value, least, most);
    }
}
