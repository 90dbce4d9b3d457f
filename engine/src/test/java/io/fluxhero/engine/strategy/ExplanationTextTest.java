package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    @Test
    void reads_like_the_reference_text() {
        Explanation entry = entry(Double.NaN, 32);

        assertThat(ExplanationText.formatted("SPY", entry, 1000, 1)).isEqualTo("""
                        BUY SPY @ $420.50
                        Reason: Volatility (ATR=3.2, High) + KAMA crossover (Price > KAMA+0.5×ATR)
                        Regime: STRONG_TREND (ADX=32, R²=0.81)
                        Risk: $1,000 (1% account), Stop: $415.00""");
        assertThat(ExplanationText.compact(entry, 1)).isEqualTo("TREND BUY: KAMA↑ | ADX=32 | Risk=1%");
    }

    @Test
    void has_no_risk_line_before_sizing_and_on_exits() {
        assertThat(ExplanationText.formatted("SPY", entry(54.25, 32)).lines())
                .hasSize(3)
                .last()
                .isEqualTo("Regime: STRONG_TREND (ADX=32, R²=0.81, RSI=54.2)");
        assertThat(ExplanationText.formatted("SPY", exit(Mode.TREND, "KAMA exit"), 1000, 1))
                .startsWith("SELL SPY @ $420.50\n")
                .doesNotContain("Risk:");
    }

    @Test
    void leaves_out_what_is_unknown() {
        assertThat(ExplanationText.formatted("SPY", entry(Double.NaN, Double.NaN)))
                .contains("Regime: STRONG_TREND (R²=0.81)");
        assertThat(ExplanationText.compact(entry(Double.NaN, Double.NaN), Double.NaN))
                .isEqualTo("TREND BUY: KAMA↑");
    }

    @Test
    void takes_the_stop_of_the_entry_where_the_strategy_explains_none() {
        Explanation silent = Explanation.of(true, Side.LONG, Mode.TREND, 100, Double.NaN, "because");
        Signal.Entry entry = new Signal.Entry(Mode.TREND, Side.LONG, 100, 95, Double.NaN, Double.NaN, silent);

        assertThat(ExplanationText.formatted("SPY", entry.explanation(), 50, 1)).endsWith("Stop: $95.00");
        assertThat(entry.withTarget(120).explanation().stop()).isEqualTo(95);
    }

    @Test
    void hints_at_the_rule_that_fired() {
        assertThat(ExplanationText.compact(exit(Mode.MEAN_REVERSION, "Mean reached"), Double.NaN))
                .isEqualTo("MR SELL: mean reached | ADX=32");
        assertThat(ExplanationText.compact(exit(Mode.MEAN_REVERSION, "RSI overbought (RSI > 70)"), Double.NaN))
                .isEqualTo("MR SELL: RSI overbought | ADX=32");
        assertThat(ExplanationText.compact(exit(Mode.NEUTRAL, "KAMA exit"), Double.NaN))
                .isEqualTo("BLEND SELL: KAMA↓ | ADX=32");
    }

    @Test
    void does_not_depend_on_where_it_is_read() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(ExplanationText.formatted("SPY", entry(Double.NaN, 32), 1234567.5, 0.75))
                    .endsWith("Risk: $1,234,568 (0.75% account), Stop: $415.00");
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static Explanation entry(double rsi, double adx) {
        String trigger = "KAMA crossover (Price > KAMA+0.5×ATR)";
        return explanation(true, Mode.TREND, rsi, adx, trigger);
    }

    private static Explanation exit(Mode mode, String trigger) {
        return explanation(false, mode, Double.NaN, 32, trigger);
    }

    private static Explanation explanation(boolean entry, Mode mode, double rsi, double adx, String trigger) {
        return new Explanation(
                entry,
                Side.LONG,
                mode,
                Regime.STRONG_TREND,
                Volatility.HIGH,
                420.5,
                3.2,
                418,
                rsi,
                adx,
                0.81,
                415,
                trigger,
                true,
                true,
                false);
    }
}
