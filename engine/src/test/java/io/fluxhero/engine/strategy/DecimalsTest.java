package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0.125, 2, 0.12",
        "0.375, 2, 0.38",
        "2.5, 0, 2",
        "3.5, 0, 4",
        "1.005, 2, 1.00",
        "-0.001, 2, 0.00",
        "1e15, 2, 1000000000000000.00"
    })
    void rounds_what_the_number_is_and_ties_to_even(double value, int decimals, String text) {
        assertThat(Decimals.exactly(decimals, value)).isEqualTo(text);
    }

    @Test
    void is_exact_near_every_tie() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            double tie = (random.nextInt(2_000_000) - 1_000_000 + 0.5) / 100;
            double near = i % 3 == 0 ? tie : i % 3 == 1 ? Math.nextUp(tie) : tie + random.nextDouble() - 0.5;
            assertThat(Decimals.exactly(2, near))
                    .isEqualTo(new BigDecimal(near)
                            .setScale(2, RoundingMode.HALF_EVEN)
                            .toPlainString());
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "999", "1000", "-1000", "-999", "123456789", "12345678901234", "999.5"})
    void separates_thousands_as_java_does(double value) {
        BigDecimal whole = new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN);

        assertThat(Decimals.whole(value)).isEqualTo(String.format(Locale.ROOT, "%,d", whole.toBigIntegerExact()));
    }
}
