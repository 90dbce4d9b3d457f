package io.fluxhero.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.CandleRules.Flaw;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bars, series, amounts and adjustments at their limits. */
class MarketEdgesTest {

    private static Candle bar(long time, double price) {
        return new Candle(time, price, price + 2, price - 1, price + 1, (long) (price * 10));
    }

    private static CandleSeries series(int bars) {
        CandleSeries series = new CandleSeries(1);
        for (int i = 0; i < bars; i++) {
            series.add(bar(i, 100 + i));
        }
        return series;
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, 10, 10, 0,",
        "10, 0, 10, 10, 1, PRICE_NOT_POSITIVE",
        "1.000000001, 1, 0.5, 1, 1,",
        "1.0000000011, 1, 0.5, 1, 1, ABOVE_HIGH",
        "1, 2, 1.0000000011, 1.5, 1, BELOW_LOW"
    })
    void a_bar_may_be_flat_and_off_by_rounding(
            double open, double high, double low, double close, long volume, Flaw flaw) {
        assertThat(CandleRules.flawOf(new Candle(0, open, high, low, close, volume))
                        .orElse(null))
                .isEqualTo(flaw);
    }

    @Test
    void every_flaw_of_a_bar_is_named_once() {
        assertThat(CandleRules.flawsOf(new Candle(0, 10, 10, 10, 10, 1))).isEmpty();
        assertThat(CandleRules.flawsOf(new Candle(0, 10, 9, 11, 10, 1)))
                .containsExactly(Flaw.HIGH_BELOW_LOW, Flaw.ABOVE_HIGH, Flaw.BELOW_LOW);
        assertThat(CandleRules.flawsOf(new Candle(0, 12, 11, 9, 8, 1)))
                .containsExactly(Flaw.ABOVE_HIGH, Flaw.BELOW_LOW);
        assertThat(CandleRules.flawsOf(new Candle(0, 10, 11, 9, 8, 1))).containsExactly(Flaw.BELOW_LOW);
        assertThat(CandleRules.flawsOf(new Candle(0, 10, 11, 9, 10, -1))).containsExactly(Flaw.NEGATIVE_VOLUME);
        assertThat(CandleRules.flawsOf(new Candle(0, 10, 10, 10, 10, -1)))
                .as("a flat bar touches both ends")
                .containsExactly(Flaw.NEGATIVE_VOLUME);
    }

    @Test
    void a_bar_that_is_bad_itself_is_so_whatever_came_before() {
        Candle bad = new Candle(1, 10, 9, 11, 10, 1);

        assertThat(CandleRules.flawOf(bad, bar(1, 10))).contains(Flaw.HIGH_BELOW_LOW);
    }

    @Test
    void a_series_grows_and_keeps_all_of_each_bar() {
        CandleSeries series = series(1_000);

        assertThat(series.size()).isEqualTo(1_000);
        assertThat(series.candle(0)).isEqualTo(bar(0, 100));
        assertThat(series.candle(999)).isEqualTo(bar(999, 1_099));
        assertThatThrownBy(() -> series.candle(1_000)).hasMessage("bar 1000 of 1000");
        assertThatThrownBy(() -> series.openTime(-1)).hasMessage("bar -1 of 1000");
    }

    @Test
    void a_series_takes_only_later_bars_with_prices() {
        CandleSeries series = series(2);

        assertThatThrownBy(() -> series.add(bar(1, 100))).hasMessage("bar 1 is not later than the one before, 1");
        assertThatThrownBy(() -> series.add(2, 1, 1, Double.NaN, 1, 1))
                .hasMessage("bar 2 has a price that is no number above 0");
        assertThatThrownBy(() -> series.add(2, 1, 1, 0, 1, 1))
                .hasMessage("bar 2 has a price that is no number above 0");
        assertThat(series.size()).isEqualTo(2);
    }

    @Test
    void an_amount_has_six_decimals_and_fifteen_digits() {
        assertThat(Micros.of(8_999_999_999.0)).isEqualTo(8_999_999_999_000_000L);
        assertThatThrownBy(() -> Micros.of(9.0e9))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("not an amount of money: 9.0E9");
        assertThatThrownBy(() -> Micros.of(Double.NaN)).hasMessage("not an amount of money: NaN");
        assertThat(Micros.of(new BigDecimal("12.345678"))).isEqualTo(12_345_678);
        assertThatThrownBy(() -> Micros.of(new BigDecimal("0.0000001"))).isInstanceOf(ArithmeticException.class);
        assertThat(Micros.toDecimal(12_345_678)).isEqualTo(new BigDecimal("12.345678"));
    }

    @ParameterizedTest
    @EnumSource(Timeframe.class)
    void a_timeframe_is_found_by_its_code(Timeframe timeframe) {
        assertThat(Timeframe.parse(timeframe.code())).isSameAs(timeframe);
    }

    @Test
    void an_unknown_timeframe_is_told_the_known_ones() {
        assertThatThrownBy(() -> Timeframe.parse("3m"))
                .hasMessage("unknown timeframe '3m': one of 1m, 5m, 15m, 30m, 1h, 2h, 4h, 1d, 1wk");
    }

    @Test
    void factors_tell_splits_and_dividends_between_their_lines() {
        Adjustments found =
                Adjustments.parseFactors("SPY", List.of("20200101,0.98,0.25,100", "", "20210101,1,0.5,120"));

        assertThat(found.of("SPY"))
                .as("two for one, and 2 % of 100 for what are then two shares")
                .singleElement()
                .satisfies(action -> {
                    assertThat(action.exDay())
                            .isEqualTo(LocalDate.of(2020, 1, 2).toEpochDay());
                    assertThat(action.splitRatio()).isEqualTo(2);
                    assertThat(action.dividend()).isEqualTo(1, org.assertj.core.api.Assertions.within(1e-12));
                });
        assertThat(found.of("QQQ")).isEmpty();
    }

    @Test
    void factors_without_a_price_or_a_change_tell_nothing() {
        assertThat(Adjustments.parseFactors("SPY", List.of("20200101,0.98,0.5,0", "20210101,1,1,120"))
                        .of("SPY"))
                .isEmpty();
        assertThat(Adjustments.parseFactors("SPY", List.of("20200101,1,1,100", "20210101,1,1,120"))
                        .of("SPY"))
                .isEmpty();
        assertThatThrownBy(() -> Adjustments.parseFactors("SPY", List.of("2020-01-01,1,1,1")))
                .hasMessage("not a line of a factor file: 2020-01-01,1,1,1");
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 5000000", "1, 4, 6000000", "2, 1, 4000000", "1, 10, 1", "1, 11, 1"})
    void a_price_after_an_action_is_never_below_a_millionth(double split, double dividend, long micros) {
        assertThat(new CorporateAction("SPY", 0, split, dividend).priceAfter(10_000_000))
                .isEqualTo(micros);
        assertThat(new CorporateAction("SPY", 0, split, dividend).priceAfter(0)).isZero();
    }
}
