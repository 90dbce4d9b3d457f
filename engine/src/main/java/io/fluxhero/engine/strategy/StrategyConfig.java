package io.fluxhero.engine.strategy;

import io.fluxhero.engine.indicator.IndicatorPeriods;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every parameter of the dual-mode strategy, as one value with a hash.
 *
 * @param modes which parts may open positions
 * @param warmUpBars bars before the first signal may be given, counted from the first bar ever seen
 * @param allowShort whether short entries are signalled
 * @param requireAgreement whether a neutral market needs both rules to agree; else the trend rule speaks first
 */
public record StrategyConfig(
        Modes modes,
        int warmUpBars,
        boolean allowShort,
        boolean requireAgreement,
        IndicatorPeriods indicators,
        TrendRules trend,
        ReversionRules reversion,
        NoiseRules noise,
        SpikeRules spike) {

    private static final int HASH_BYTES = 8;
    private static final int WARM_UP = 60;

    public StrategyConfig {
        Bounds.notNegative("warm-up", warmUpBars);
    }

    /** DUAL switches by regime; the others speak in every regime. */
    public enum Modes {
        DUAL,
        TREND,
        MEAN_REVERSION
    }

    /** The defaults of the domain specification. */
    public static StrategyConfig defaults() {
        return new StrategyConfig(
                Modes.DUAL,
                WARM_UP,
                false,
                true,
                IndicatorPeriods.defaults(),
                TrendRules.defaults(),
                ReversionRules.defaults(),
                NoiseRules.defaults(),
                SpikeRules.defaults());
    }

    /** The same with other parts speaking. */
    public StrategyConfig withModes(Modes other) {
        return new StrategyConfig(
                other, warmUpBars, allowShort, requireAgreement, indicators, trend, reversion, noise, spike);
    }

    /** The same with another warm-up. */
    public StrategyConfig withWarmUpBars(int bars) {
        return new StrategyConfig(
                modes, bars, allowShort, requireAgreement, indicators, trend, reversion, noise, spike);
    }

    /** The same with or without short entries. */
    public StrategyConfig withAllowShort(boolean allowed) {
        return new StrategyConfig(
                modes, warmUpBars, allowed, requireAgreement, indicators, trend, reversion, noise, spike);
    }

    /** The same with another regression window. */
    public StrategyConfig withRegressionPeriod(int period) {
        IndicatorPeriods other = indicators.withRegressionPeriod(period);
        return new StrategyConfig(
                modes, warmUpBars, allowShort, requireAgreement, other, trend, reversion, noise, spike);
    }

    /** The same with other noise rules. */
    public StrategyConfig withNoise(NoiseRules other) {
        return new StrategyConfig(
                modes, warmUpBars, allowShort, requireAgreement, indicators, trend, reversion, other, spike);
    }

    /**
     * The same with one parameter changed, as text: {@code with("regression-period", "20")}.
     *
     * @throws IllegalArgumentException naming the key and what is wrong with the value, or the keys there are
     */
    public StrategyConfig with(String key, String value) {
        return RecordParameters.with(this, key, value);
    }

    /** The same with several parameters changed. */
    public StrategyConfig with(Map<String, String> changes) {
        StrategyConfig changed = this;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        return changed;
    }

    /** Every parameter by its key, in declaration order. */
    public Map<String, Object> parameters() {
        return RecordParameters.of(this);
    }

    /** First 16 hexadecimal digits of SHA-256 over every parameter in declaration order. */
    public String hash() {
        String text = parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("|"));
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
