package io.fluxhero.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.fluxhero.engine.market.CandleSeries;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our indicators against TA-Lib 0.4.0, from bar 200 on: on made-up series always, and on the files of the directory that
 * the system property {@code fluxhero.data} names.
 */
class PublishedReferenceTest {

    private static final int FROM = 200;
    private static final double CLOSE = 1e-9;
    /** TA-Lib seeds its sums of directional movement one bar short; the difference fades. */
    private static final double SEEDED_OTHERWISE = 1e-3;

    private final Core reference = new Core();
    private final MInteger begin = new MInteger();
    private final MInteger length = new MInteger();

    /** Fills an output from the first bar that has a value. */
    private interface Call {
        RetCode fill(double[] out);
    }

    static Map<String, CandleSeries> series() {
        Map<String, CandleSeries> all = MarketSeries.real();
        all.put("walk 1", MarketSeries.walk(1, 5_000));
        all.put("walk 2", MarketSeries.walk(2, 1_000));
        return all;
    }

    static Stream<Arguments> cases() {
        return series().entrySet().stream()
                .map(entry ->
                        Arguments.of(entry.getKey() + " of " + entry.getValue().size(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agree(String name, CandleSeries bars) {
        int last = bars.size() - 1;
        double[] high = bars.highs();
        double[] low = bars.lows();
        double[] close = bars.closes();
        IndicatorColumns ours =
                IndicatorColumns.of(bars, IndicatorPeriods.defaults().withRegressionPeriod(20));

        check(name + " EMA", ours.ema(), out -> reference.ema(0, last, close, 20, begin, length, out), CLOSE);
        check(
                name + " SMA",
                ours.bollingerMiddle(),
                out -> reference.sma(0, last, close, 20, begin, length, out),
                CLOSE);
        check(name + " RSI", ours.rsi(), out -> reference.rsi(0, last, close, 14, begin, length, out), CLOSE);
        check(
                name + " ATR",
                ours.atr(),
                out -> reference.atr(0, last, high, low, close, 14, begin, length, out),
                CLOSE);
        check(name + " KAMA", ours.kama(), out -> reference.kama(0, last, close, 10, begin, length, out), CLOSE);
        check(
                name + " slope",
                ours.slope(),
                out -> reference.linearRegSlope(0, last, close, 20, begin, length, out),
                CLOSE);
        double[] middle = new double[bars.size()];
        double[] other = new double[bars.size()];
        check(
                name + " upper band",
                ours.bollingerUpper(),
                out -> reference.bbands(0, last, close, 20, 2, 2, MAType.Sma, begin, length, out, middle, other),
                CLOSE);
        check(
                name + " lower band",
                ours.bollingerLower(),
                out -> reference.bbands(0, last, close, 20, 2, 2, MAType.Sma, begin, length, other, middle, out),
                CLOSE);
        checkMovement(name, bars, ours);
    }

    private void checkMovement(String name, CandleSeries bars, IndicatorColumns ours) {
        int last = bars.size() - 1;
        double[] high = bars.highs();
        double[] low = bars.lows();
        double[] close = bars.closes();
        check(
                name + " ADX",
                ours.adx(),
                out -> reference.adx(0, last, high, low, close, 14, begin, length, out),
                SEEDED_OTHERWISE);
        check(
                name + " +DI",
                ours.plusDi(),
                out -> reference.plusDI(0, last, high, low, close, 14, begin, length, out),
                SEEDED_OTHERWISE);
        check(
                name + " -DI",
                ours.minusDi(),
                out -> reference.minusDI(0, last, high, low, close, 14, begin, length, out),
                SEEDED_OTHERWISE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void determination_is_the_square_of_their_correlation(String name, CandleSeries bars) {
        double[] places = new double[bars.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        IndicatorColumns ours = IndicatorColumns.of(bars, IndicatorPeriods.defaults());
        // Their sums run through the whole series and lose digits; a window by itself does not.
        for (int i = FROM; i < bars.size(); i += 17) {
            double[] correlation = new double[1];
            reference.correl(
                    49, 49, Arrays.copyOf(places, 50), distances(bars.closes(), i), 50, begin, length, correlation);
            assertThat(Math.abs(ours.rSquared()[i] - correlation[0] * correlation[0]))
                    .as("%s R² at %d", name, i)
                    .isLessThan(CLOSE);
        }
    }

    private static double[] distances(double[] closes, int last) {
        double[] window = new double[50];
        for (int k = 0; k < window.length; k++) {
            window[k] = closes[last - 49 + k] - closes[last];
        }
        return window;
    }

    private void check(String what, double[] ours, Call call, double tolerance) {
        double[] theirs = new double[ours.length];
        assertThat(call.fill(theirs)).isEqualTo(RetCode.Success);
        double worst = 0;
        for (int i = FROM; i < ours.length; i++) {
            double reference = theirs[i - begin.value];
            double scale = Math.max(1, Math.max(Math.abs(ours[i]), Math.abs(reference)));
            double difference = Math.abs(ours[i] - reference) / scale;
            assertThat(difference)
                    .as("%s at %d: %s, theirs %s", what, i, ours[i], reference)
                    .isLessThan(tolerance);
            worst = Math.max(worst, difference);
        }
        if (System.getProperty("fluxhero.data") != null) {
            System.out.printf("%s: at most %.1e%n", what, worst);
        }
    }
}
