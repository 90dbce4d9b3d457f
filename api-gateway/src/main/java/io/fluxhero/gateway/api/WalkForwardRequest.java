package io.fluxhero.gateway.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to walk forward: bars to learn from (63) and to test (21) in each window, the fraction of windows that must make money (0.6), and a grid of values to try by parameter; without a grid nothing is optimised. Absent fields take the defaults of backtest-service. */
public record WalkForwardRequest(
        @NotBlank @Pattern(regexp = Symbols.PATTERN) String symbol,
        @NotNull LocalDate startDate,
        @NotNull LocalDate endDate,
        @Nullable @Positive BigDecimal initialCapital,
        @Nullable @PositiveOrZero BigDecimal commissionPerShare,
        @Nullable @PositiveOrZero BigDecimal slippagePct,

        @Nullable @Pattern(regexp = "DUAL|TREND|MEAN_REVERSION")
        String strategyMode,

        @Nullable Boolean allowShort,
        @Nullable @Pattern(regexp = Symbols.TIMEFRAMES) String timeframe,
        @Nullable @Positive Integer trials,
        @Nullable @Positive Integer trainBars,
        @Nullable @Positive Integer testBars,
        @Nullable @PositiveOrZero @DecimalMax("1") BigDecimal passThreshold,
        @Nullable Boolean anchored,

        @Nullable @Pattern(regexp = "SHARPE|SORTINO|CALMAR|TOTAL_RETURN|PROFIT_FACTOR")
        String objective,

        @Nullable @PositiveOrZero Integer minTrades,
        @Nullable Map<String, List<String>> grid) {}
