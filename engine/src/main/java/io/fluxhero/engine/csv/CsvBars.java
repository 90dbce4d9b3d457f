package io.fluxhero.engine.csv;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars of one symbol in columns, strictly rising in time. The arrays are as long as there are bars and are not copied.
 *
 * @param openTimes epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent")
public record CsvBars(
        long[] openTimes,
        double[] opens,
        double[] highs,
        double[] lows,
        double[] closes,
        long[] volumes,
        CsvFindings findings) {

    /** How many. */
    public int size() {
        return openTimes.length;
    }

    /** The bar at an index. */
    public Candle candle(int index) {
        return new Candle(openTimes[index], opens[index], highs[index], lows[index], closes[index], volumes[index]);
    }

    /** All of them. */
    public List<Candle> candles() {
        List<Candle> candles = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            candles.add(candle(i));
        }
        return candles;
    }

    /** The first {@code count} of them as a series. */
    public CandleSeries series(int count) {
        CandleSeries series = new CandleSeries(count);
        for (int i = 0; i < count; i++) {
            series.add(openTimes[i], opens[i], highs[i], lows[i], closes[i], volumes[i]);
        }
        return series;
    }
}
