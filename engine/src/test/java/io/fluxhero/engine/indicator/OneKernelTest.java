package io.fluxhero.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.CandleSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same series, however it is cut, gives the same numbers to the last bit. */
class OneKernelTest {

    private static final int BARS = 3_000;
    private static final IndicatorPeriods APART = IndicatorPeriods.defaults();
    private static final IndicatorPeriods SHARED = APART.withRegressionPeriod(20);
    private static final IndicatorPeriods REGIME_AWARE =
            new IndicatorPeriods(5, 7, 2, 30, true, 9, 11, 30, 25, 1.5, 40, 13);

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 1", "63, 1", "512, 1", "1, 2", "7, 2", "512, 2", "513, 3"})
    void bulk_equals_chunks(int chunk, long seed) {
        CandleSeries bars = MarketSeries.walk(seed, BARS);
        for (IndicatorPeriods periods : new IndicatorPeriods[] {APART, SHARED, REGIME_AWARE}) {
            IndicatorColumns whole = IndicatorColumns.of(bars, periods);
            IndicatorColumns cut = new IndicatorColumns(BARS);
            IndicatorSuite suite = new IndicatorSuite(periods);
            for (int from = 0; from < BARS; from += chunk) {
                suite.update(bars, from, Math.min(BARS, from + chunk), cut);
            }

            for (int i = 0; i < BARS; i++) {
                assertThat(bits(cut, i)).as("chunk %d, bar %d", chunk, i).isEqualTo(bits(whole, i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bulk_equals_bar_by_bar(long seed) {
        CandleSeries bars = MarketSeries.walk(seed, BARS);
        for (IndicatorPeriods periods : new IndicatorPeriods[] {APART, SHARED, REGIME_AWARE}) {
            IndicatorColumns whole = IndicatorColumns.of(bars, periods);
            IndicatorSuite suite = new IndicatorSuite(periods);
            for (int i = 0; i < BARS; i++) {
                suite.update(bars.candle(i));

                assertThat(bits(suite.newest(), 0)).as("bar %d", i).isEqualTo(bits(whole, i));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"60, 10, 14", "20, 60, 14", "20, 10, 60"})
    void bulk_waits_for_whatever_average_is_known_last(int emaPeriod, int kamaPeriod, int rsiPeriod) {
        CandleSeries bars = MarketSeries.walk(1, 200);
        IndicatorPeriods periods =
                new IndicatorPeriods(emaPeriod, kamaPeriod, 2, 30, false, rsiPeriod, 5, 50, 20, 2, 50, 20);
        IndicatorColumns whole = IndicatorColumns.of(bars, periods);
        IndicatorSuite suite = new IndicatorSuite(periods);
        for (int i = 0; i < bars.size(); i++) {
            suite.update(bars.candle(i));

            assertThat(bits(suite.newest(), 0)).as("bar %d", i).isEqualTo(bits(whole, i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void bulk_equals_windows_that_move_along(long seed) {
        CandleSeries bars = MarketSeries.walk(seed, BARS);
        for (IndicatorPeriods periods : new IndicatorPeriods[] {APART, SHARED, REGIME_AWARE}) {
            IndicatorColumns whole = IndicatorColumns.of(bars, periods);
            IndicatorWindow window = new IndicatorWindow(bars, periods);
            for (int i = 0; i < BARS; i++) {
                int at = window.at(i);

                assertThat(bitsForRules(window.columns(), at)).as("bar %d", i).isEqualTo(bitsForRules(whole, i));
                // A record compares its numbers by their bits.
                assertThat(window.valuesAt(i)).as("bar %d", i).isEqualTo(whole.at(i));
                assertThat(bits(window.atrAverage(i))).isEqualTo(bits(whole.atrAverage()[i]));
                assertThat(bits(window.averageVolume(i))).isEqualTo(bits(whole.averageVolume()[i]));
            }
            assertThatThrownBy(() -> window.at(BARS)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void an_indicator_by_itself_equals_its_column(long seed) {
        CandleSeries bars = MarketSeries.walk(seed, BARS);
        IndicatorColumns whole = IndicatorColumns.of(bars, APART);
        Ema ema = new Ema(20);
        Kama kama = new Kama(10, 2, 30);
        BollingerBands bands = new BollingerBands(20, 2);
        LinearRegression line = new LinearRegression(50);
        Atr atr = new Atr(14);
        for (int i = 0; i < BARS; i++) {
            double close = bars.closes()[i];
            ema.update(close);
            kama.update(close);
            bands.update(close);
            line.update(close);
            atr.update(bars.highs()[i], bars.lows()[i], close);

            assertThat(new double[] {
                        ema.value(),
                        kama.value(),
                        bands.upper(),
                        bands.lower(),
                        line.slope(),
                        line.rSquared(),
                        atr.value()
                    })
                    .as("bar %d", i)
                    .isEqualTo(new double[] {
                        whole.ema()[i],
                        whole.kama()[i],
                        whole.bollingerUpper()[i],
                        whole.bollingerLower()[i],
                        whole.slope()[i],
                        whole.rSquared()[i],
                        whole.atr()[i]
                    });
        }
    }

    @Test
    void bars_that_are_not_next_are_refused() {
        CandleSeries bars = MarketSeries.walk(1, 10);
        IndicatorSuite suite = new IndicatorSuite(APART);
        suite.update(bars, 0, 4, new IndicatorColumns(10));

        assertThatThrownBy(() -> suite.update(bars, 5, 10, new IndicatorColumns(10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the next bar is 4, not 5");
        assertThatThrownBy(() -> suite.update(bars.candle(4))).isInstanceOf(IllegalStateException.class);
        IndicatorSuite single = new IndicatorSuite(APART);
        single.update(bars.candle(0));
        assertThatThrownBy(() -> single.update(bars, 1, 2, new IndicatorColumns(10)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static long[] bits(IndicatorColumns columns, int at) {
        double[] values = {
            columns.ema()[at],
            columns.kama()[at],
            columns.efficiencyRatio()[at],
            columns.rsi()[at],
            columns.atr()[at],
            columns.atrAverage()[at],
            columns.plusDi()[at],
            columns.minusDi()[at],
            columns.adx()[at],
            columns.bollingerUpper()[at],
            columns.bollingerMiddle()[at],
            columns.bollingerLower()[at],
            columns.slope()[at],
            columns.rSquared()[at],
            columns.averageVolume()[at]
        };
        return bits(values);
    }

    private static long[] bitsForRules(IndicatorColumns columns, int at) {
        return bits(
                columns.ema()[at],
                columns.kama()[at],
                columns.efficiencyRatio()[at],
                columns.rsi()[at],
                columns.atr()[at],
                columns.adx()[at],
                columns.bollingerUpper()[at],
                columns.bollingerMiddle()[at],
                columns.bollingerLower()[at],
                columns.rSquared()[at]);
    }

    private static long[] bits(double... values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToLongBits(values[i]);
        }
        return bits;
    }
}
