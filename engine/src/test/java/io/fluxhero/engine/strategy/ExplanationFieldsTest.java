package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationFieldsTest {

    private static final Instant BAR = Instant.parse("2024-06-03T13:30:00Z");

    @Test
    void names_every_field_and_shows_what_was_traded() {
        Map<String, @Nullable Object> fields =
                ExplanationFields.of("SPY", BAR, entry(), Sizing.of(150, 420.5, 415, 100_000));

        assertThat(fields.keySet())
                .containsExactly(
                        "symbol",
                        "price",
                        "timestamp",
                        "signal_type",
                        "strategy_mode",
                        "regime",
                        "volatility_state",
                        "atr",
                        "kama",
                        "rsi",
                        "adx",
                        "r_squared",
                        "risk_amount",
                        "risk_percent",
                        "stop_loss",
                        "position_size",
                        "entry_trigger",
                        "noise_filter_passed",
                        "volume_validated",
                        "spread_checked",
                        "formatted_reason",
                        "compact_reason");
        assertThat(fields)
                .containsEntry("signal_type", "LONG")
                .containsEntry("timestamp", "2024-06-03T13:30:00Z")
                .containsEntry("rsi", null)
                .containsEntry("risk_amount", 825.0)
                .containsEntry("position_size", 150L)
                .containsEntry("spread_checked", false);
        assertThat((double) fields.get("risk_percent")).isEqualTo(0.825);
        assertThat((String) fields.get("formatted_reason")).endsWith("Risk: $825 (0.82% account), Stop: $415.00");
        assertThat(fields).containsEntry("compact_reason", "TREND BUY: KAMA↑ | ADX=32 | Risk=0.82%");
    }

    @Test
    void has_no_size_before_anything_was_traded() {
        assertThat(ExplanationFields.of("SPY", BAR, entry()))
                .containsEntry("risk_amount", null)
                .containsEntry("position_size", null)
                .containsEntry("compact_reason", "TREND BUY: KAMA↑ | ADX=32");
    }

    private static Explanation entry() {
        return new Explanation(
                true,
                Side.LONG,
                Mode.TREND,
                Regime.STRONG_TREND,
                Volatility.HIGH,
                420.5,
                3.2,
                418,
                Double.NaN,
                32,
                0.81,
                415,
                "KAMA crossover (Price > KAMA+0.5×ATR)",
                true,
                true,
                false);
    }
}
