package io.fluxhero.benchmarks;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import io.fluxhero.engine.market.CandleSeries;
import java.util.Arrays;

/** The suite of indicators by TA-Lib; R² is the squared correlation with the bar's number. */
final class TaLib {

    private final Core core = new Core();
    private final int bars;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] number;
    private final double[][] out;
    private final MInteger begin = new MInteger();
    private final MInteger length = new MInteger();

    TaLib(CandleSeries series) {
        bars = series.size();
        high = Arrays.copyOf(series.highs(), bars);
        low = Arrays.copyOf(series.lows(), bars);
        close = Arrays.copyOf(series.closes(), bars);
        number = new double[bars];
        for (int i = 0; i < bars; i++) {
            number[i] = i;
        }
        out = new double[13][bars];
    }

    double suite() {
        int last = bars - 1;
        core.ema(0, last, close, 20, begin, length, out[0]);
        core.sma(0, last, close, 20, begin, length, out[1]);
        core.rsi(0, last, close, 14, begin, length, out[2]);
        core.atr(0, last, high, low, close, 14, begin, length, out[3]);
        core.adx(0, last, high, low, close, 14, begin, length, out[4]);
        core.plusDI(0, last, high, low, close, 14, begin, length, out[5]);
        core.minusDI(0, last, high, low, close, 14, begin, length, out[6]);
        core.bbands(0, last, close, 20, 2, 2, MAType.Sma, begin, length, out[7], out[8], out[9]);
        core.kama(0, last, close, 10, begin, length, out[10]);
        core.linearRegSlope(0, last, close, 20, begin, length, out[11]);
        core.correl(0, last, close, number, 20, begin, length, out[12]);
        double sum = 0;
        for (double[] column : out) {
            sum += column[bars / 2];
        }
        return sum;
    }
}
