package io.fluxhero.gateway.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to run. Absent fields take the defaults of backtest-service.
 *
 * @param trials configurations tried before this one was shown, itself included
 */
public record BacktestRequest(
        @NotBlank @Pattern(regexp = Symbols.PATTERN) String symbol,
        @NotNull LocalDate startDate,
        @NotNull LocalDate endDate,
        @Nullable @Positive BigDecimal initialCapital,
        @Nullable @PositiveOrZero BigDecimal commissionPerShare,
        @Nullable @PositiveOrZero BigDecimal slippagePct,

        @Nullable @Pattern(regexp = "DUAL|TREND|MEAN_REVERSION")
        String strategyMode,

        @Nullable @PositiveOrZero Integer warmupBars,
        @Nullable Boolean allowShort,
        @Nullable @Pattern(regexp = Symbols.TIMEFRAMES) String timeframe,
        @Nullable @Positive Integer trials) {}
