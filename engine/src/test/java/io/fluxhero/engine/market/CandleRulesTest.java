package io.fluxhero.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.CandleRules.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleRulesTest {

    @ParameterizedTest
    @CsvSource({
        "10, 11, 9, 10, 100,",
        "10, 11, 9, 10, 0,",
        "11.00000000001, 11, 9, 10, 1,",
        "NaN, 11, 9, 10, 1, MISSING_PRICE",
        "10, Infinity, 9, 10, 1, MISSING_PRICE",
        "10, 11, 0, 10, 1, PRICE_NOT_POSITIVE",
        "10, 11, -1, 10, 1, PRICE_NOT_POSITIVE",
        "10, 11, 9, 10, -1, NEGATIVE_VOLUME",
        "10, 9, 11, 10, 1, HIGH_BELOW_LOW",
        "12, 11, 9, 10, 1, ABOVE_HIGH",
        "10, 11, 9, 12, 1, ABOVE_HIGH",
        "8, 11, 9, 10, 1, BELOW_LOW",
        "10, 11, 9, 8, 1, BELOW_LOW"
    })
    void names_the_first_flaw(double open, double high, double low, double close, long volume, Flaw flaw) {
        assertThat(CandleRules.flawOf(new Candle(0, open, high, low, close, volume))
                        .orElse(null))
                .isEqualTo(flaw);
    }

    @Test
    void a_series_moves_forward_in_time() {
        Candle earlier = new Candle(1, 10, 11, 9, 10, 1);
        Candle later = new Candle(2, 10, 11, 9, 10, 1);

        assertThat(CandleRules.flawOf(later, earlier)).isEmpty();
        assertThat(CandleRules.flawOf(later, later)).contains(Flaw.DUPLICATE_TIME);
        assertThat(CandleRules.flawOf(earlier, later)).contains(Flaw.TIME_GOES_BACK);
    }
}
