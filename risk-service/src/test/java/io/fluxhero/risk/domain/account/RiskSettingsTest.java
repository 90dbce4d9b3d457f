package io.fluxhero.risk.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.RiskConfig;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskSettingsTest {

    private static final Duration WAIT = Duration.ofSeconds(60);

    @Test
    void accepts_the_defaults_of_the_specification() {
        assertThat(settings(100_000, List.of("SPX", "^GSPC", "BRK.B"), RiskConfig.defaults())
                        .symbols())
                .containsExactly("BRK.B", "SPX", "^GSPC");
    }

    @Test
    void refuses_a_watch_list_that_names_nothing_or_no_symbol() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(100_000, List.of(), RiskConfig.defaults()))
                .withMessageContaining("watch-list");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(100_000, List.of("spx"), RiskConfig.defaults()))
                .withMessageContaining("'spx'");
    }

    @Test
    void refuses_an_account_without_capital() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(0, List.of("SPX"), RiskConfig.defaults()))
                .withMessageContaining("initial capital");
    }

    @ParameterizedTest
    @CsvSource({
        "0, risk per trade (trend)",
        "1, risk per trade (mean reversion)",
        "2, neutral size factor",
        "3, largest position",
        "4, total exposure",
        "6, drawdown warning",
        "7, drawdown recovery",
        "8, drawdown halt",
        "9, reduced size factor",
        "12, daily loss halt",
        "13, concentration halt"
    })
    void refuses_a_percentage_where_a_fraction_is_meant(int field, String name) {
        for (double value : new double[] {0, -0.01, 1.000001, 20}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> settings(limits(field, value)))
                    .withMessage(name + " must be a fraction above 0 and at most 1, is " + value);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 8, 9, 12, 13})
    void accepts_a_fraction_of_one(int field) {
        assertThat(settings(limits(field, 1)).limits()).isEqualTo(limits(field, 1));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, open positions", "10, 0, stop distances", "11, 0, stop distances", "10, -1, stop distances"})
    void refuses_what_leaves_no_position_or_no_distance(int field, double value, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(limits(field, value)))
                .withMessageContaining(words);
        assertThat(settings(limits(5, 1)).limits().maxOpenPositions()).isEqualTo(1);
    }

    /** Warning 0.15, recovery 0.13, halt 0.20 where they are sound. */
    @ParameterizedTest
    @CsvSource({
        "6, 0.20, false",
        "6, 0.199, true",
        "6, 0.13, true",
        "6, 0.129, false",
        "7, 0.15, true",
        "7, 0.151, false"
    })
    void wants_drawdown_levels_that_rise(int field, double value, boolean sound) {
        if (sound) {
            assertThat(settings(limits(field, value)).limits()).isEqualTo(limits(field, value));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> settings(limits(field, value)))
                    .withMessageContaining("drawdown levels");
        }
    }

    @Test
    void refuses_an_account_without_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(" ", Duration.ZERO, Duration.ofSeconds(60)))
                .withMessageContaining("name");
    }

    @Test
    void may_have_no_patience_but_must_leave_time_to_send() {
        RiskSettings impatient = settings("A", Duration.ZERO, Duration.ofNanos(1));
        assertThat(impatient.time()).isEqualTo(new MarketTime(false, Duration.ofNanos(1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("A", Duration.ofNanos(-1), Duration.ofSeconds(60)))
                .withMessageContaining("grace");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("A", Duration.ZERO, Duration.ZERO))
                .withMessageContaining("sent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiskSettings(
                        "A",
                        1,
                        new TreeSet<>(List.of("SPX")),
                        Timeframe.D1,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        true,
                        RiskConfig.defaults()))
                .withMessageContaining("alert");
    }

    @Test
    void keeps_its_watch_list_to_itself() {
        TreeSet<String> symbols = new TreeSet<>(List.of("SPX"));
        RiskSettings settings = new RiskSettings(
                "A", 1, symbols, Timeframe.D1, Duration.ZERO, WAIT, Duration.ofSeconds(1), true, RiskConfig.defaults());

        symbols.add("QQQ");

        assertThat(settings.symbols()).containsExactly("SPX");
        assertThat(settings.time().isRealTime()).isTrue();
    }

    /** The defaults with one value changed. */
    private static RiskConfig limits(int field, double value) {
        double[] v = {0.01, 0.0075, 0.7, 0.20, 0.50, 5, 0.15, 0.13, 0.20, 0.5, 2.5, 2.0, 0.03, 0.50};
        v[field] = value;
        return new RiskConfig(
                v[0], v[1], v[2], v[3], v[4], (int) v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13]);
    }

    private static RiskSettings settings(RiskConfig limits) {
        return settings(100_000, List.of("SPX"), limits);
    }

    private static RiskSettings settings(String account, Duration grace, Duration sendWithin) {
        return new RiskSettings(
                account,
                1,
                new TreeSet<>(List.of("SPX")),
                Timeframe.D1,
                grace,
                WAIT,
                sendWithin,
                false,
                RiskConfig.defaults());
    }

    private static RiskSettings settings(long capital, List<String> symbols, RiskConfig limits) {
        return new RiskSettings(
                "PAPER-001",
                capital * Micros.ONE,
                new TreeSet<>(symbols),
                Timeframe.D1,
                Duration.ofSeconds(2),
                WAIT,
                Duration.ofSeconds(60),
                false,
                limits);
    }
}
