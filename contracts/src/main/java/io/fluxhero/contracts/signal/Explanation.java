package io.fluxhero.contracts.signal;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why, in the three forms that people read, and the figures behind them. Absent figures are unknown.
 *
 * @param signalType {@code LONG}, {@code SHORT}, {@code EXIT_LONG} or {@code EXIT_SHORT}
 * @param mode part of the strategy
 * @param regime confirmed regime: {@code STRONG_TREND}, {@code MEAN_REVERSION}, {@code NEUTRAL}
 * @param volatility {@code LOW}, {@code NORMAL} or {@code HIGH}
 * @param price close of the bar
 * @param atr average true range, price units
 * @param kama Kaufman adaptive average, price units
 * @param rsi 0 to 100
 * @param adx 0 to 100
 * @param rSquared 0 to 1
 * @param trigger the rule that fired, in words
 * @param stopLoss protective stop, entries only
 * @param riskAmount money lost at the stop; known once risk has sized the order
 * @param riskPercent of equity, in percent; known once sized
 * @param positionSize shares traded; known once sized
 * @param noiseFilterPassed whether every switched-on noise rule passed
 * @param volumeValidated whether the volume rules were checked and passed
 * @param formattedReason several lines
 * @param compactReason one line
 */
public record Explanation(
        String signalType,
        StrategyMode mode,
        String regime,
        String volatility,
        BigDecimal price,
        @Nullable BigDecimal atr,
        @Nullable BigDecimal kama,
        @Nullable BigDecimal rsi,
        @Nullable BigDecimal adx,
        @Nullable BigDecimal rSquared,
        String trigger,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal riskAmount,
        @Nullable BigDecimal riskPercent,
        @Nullable Long positionSize,
        boolean noiseFilterPassed,
        boolean volumeValidated,
        String formattedReason,
        String compactReason) {

    public Explanation {
        Objects.requireNonNull(signalType, "signalType");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(regime, "regime");
        Objects.requireNonNull(volatility, "volatility");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(formattedReason, "formattedReason");
        Objects.requireNonNull(compactReason, "compactReason");
    }
}
