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

class RiskSettingsTest {

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

    @Test
    void refuses_a_percentage_where_a_fraction_is_meant() {
        RiskConfig onePercentAsOne =
                new RiskConfig(0.01, 0.0075, 0.7, 20, 0.50, 5, 0.15, 0.13, 0.20, 0.5, 2.5, 2.0, 0.03, 0.50);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(100_000, List.of("SPX"), onePercentAsOne))
                .withMessageContaining("largest position");
    }

    @Test
    void refuses_a_warning_that_lies_behind_the_halt() {
        RiskConfig upsideDown =
                new RiskConfig(0.01, 0.0075, 0.7, 0.2, 0.50, 5, 0.25, 0.13, 0.20, 0.5, 2.5, 2.0, 0.03, 0.50);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(100_000, List.of("SPX"), upsideDown))
                .withMessageContaining("drawdown levels");
    }

    private static RiskSettings settings(long capital, List<String> symbols, RiskConfig limits) {
        return new RiskSettings(
                "PAPER-001",
                capital * Micros.ONE,
                new TreeSet<>(symbols),
                Timeframe.D1,
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                false,
                limits);
    }
}
