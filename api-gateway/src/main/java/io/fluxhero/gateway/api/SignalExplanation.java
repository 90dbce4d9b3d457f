package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Why a signal was given, with the figures behind it; unknown figures are null. */
public record SignalExplanation(@Nullable String signalType, @Nullable String mode, @Nullable String regime, @Nullable String volatility, @Nullable BigDecimal price, @Nullable BigDecimal atr, @Nullable BigDecimal kama, @Nullable BigDecimal rsi, @Nullable BigDecimal adx, @Nullable BigDecimal rSquared, @Nullable String trigger, @Nullable BigDecimal stopLoss, @Nullable BigDecimal riskAmount, @Nullable BigDecimal riskPercent, @Nullable Long positionSize, @Nullable Boolean noiseFilterPassed, @Nullable Boolean volumeValidated, @Nullable String formattedReason, @Nullable String compactReason) {}
