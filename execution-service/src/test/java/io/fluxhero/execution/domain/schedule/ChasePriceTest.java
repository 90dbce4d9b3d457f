package io.fluxhero.execution.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChasePriceTest {

    private static final BigDecimal HALF_A_PERCENT = new BigDecimal("0.005");

    @ParameterizedTest
    @CsvSource({
        "100.10, 100, true, 100.10",
        "99.90, 100, true, 99.90",
        "101, 100, true, 100.50",
        "100.127, 100, true, 100.12",
        "99.90, 100, false, 99.90",
        "99, 100, false, 99.50",
        "99.903, 100, false, 99.91"
    })
    void follows_the_market_in_whole_cents_and_within_the_drift(
            String market, String first, boolean buys, String price) {
        assertThat(towards(market, first, buys)).isEqualTo(new BigDecimal(price));
    }

    @ParameterizedTest
    @CsvSource({"1.00, 1.00, true, 1.00", "0.99996, 1.00, true, 0.9999", "0.99991, 1.00, false, 1.0000"})
    void below_a_dollar_it_has_four_decimals(String market, String first, boolean buys, String price) {
        assertThat(towards(market, first, buys)).isEqualTo(new BigDecimal(price));
    }

    private static BigDecimal towards(String market, String first, boolean buys) {
        return ChasePrice.towards(new BigDecimal(market), new BigDecimal(first), buys, HALF_A_PERCENT);
    }
}
