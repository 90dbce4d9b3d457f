package io.fluxhero.gateway.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Why a signal was given, with the figures behind it; unknown figures are null. */
public record SignalExplanation(
        @JsonAlias("signalType") @Nullable String signalType,
        @Nullable String mode,
        @Nullable String regime,
        @Nullable String volatility,
        @Nullable BigDecimal price,
        @Nullable BigDecimal atr,
        @Nullable BigDecimal kama,
        @Nullable BigDecimal rsi,
        @Nullable BigDecimal adx,
        @JsonAlias("rSquared") @Nullable BigDecimal rSquared,
        @Nullable String trigger,
        @JsonAlias("stopLoss") @Nullable BigDecimal stopLoss,
        @JsonAlias("riskAmount") @Nullable BigDecimal riskAmount,
        @JsonAlias("riskPercent") @Nullable BigDecimal riskPercent,
        @JsonAlias("positionSize") @Nullable Long positionSize,
        @JsonAlias("noiseFilterPassed") @Nullable Boolean noiseFilterPassed,
        @JsonAlias("volumeValidated") @Nullable Boolean volumeValidated,
        @JsonAlias("formattedReason") @Nullable String formattedReason,
        @JsonAlias("compactReason") @Nullable String compactReason) {}
