package io.fluxhero.engine.strategy;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An explanation as named fields, ready to be written as JSON (domain specification f.1): texts, numbers, truths, and
 * {@code null} for what is unknown. The order is the one in which people read them.
 */
public final class ExplanationFields {

    private ExplanationFields() {}

    /** Of a signal before it is sized. */
    public static Map<String, @Nullable Object> of(String symbol, Instant barTime, Explanation why) {
        return of(symbol, barTime, why, null);
    }

    /**
     * Of a signal that was traded.
     *
     * @param sizing what was traded; {@code null} while nothing is, and for exits
     */
    public static Map<String, @Nullable Object> of(
            String symbol, Instant barTime, Explanation why, @Nullable Sizing sizing) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("symbol", symbol);
        fields.put("price", why.price());
        fields.put("timestamp", barTime.toString());
        fields.put("signal_type", (why.entry() ? "" : "EXIT_") + why.side().name());
        fields.put("strategy_mode", why.mode().name());
        fields.put("regime", why.regime().name());
        fields.put("volatility_state", why.volatility().name());
        fields.put("atr", known(why.atr()));
        fields.put("kama", known(why.kama()));
        fields.put("rsi", known(why.rsi()));
        fields.put("adx", known(why.adx()));
        fields.put("r_squared", known(why.rSquared()));
        fields.put("risk_amount", sizing == null ? null : known(sizing.riskAmount()));
        fields.put("risk_percent", sizing == null ? null : known(sizing.riskPercent()));
        fields.put("stop_loss", known(why.stop()));
        fields.put("position_size", sizing == null ? null : sizing.shares());
        fields.put("entry_trigger", why.trigger());
        fields.put("noise_filter_passed", why.noiseFilterPassed());
        fields.put("volume_validated", why.volumeValidated());
        fields.put("spread_checked", why.spreadChecked());
        fields.put("formatted_reason", ExplanationText.formatted(symbol, why, sizing));
        fields.put("compact_reason", ExplanationText.compact(why, sizing == null ? Double.NaN : sizing.riskPercent()));
        return Collections.unmodifiableMap(fields);
    }

    private static @Nullable Double known(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }
}
