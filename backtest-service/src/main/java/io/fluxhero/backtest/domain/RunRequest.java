package io.fluxhero.backtest.domain;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.strategy.StrategyConfig.Modes;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to run, checked.
 *
 * @param endDate included
 * @param slippagePct fraction of the price: 0.0001 is 0.01 %
 * @param warmupBars bars before the first trade; absent: trade from where live trading did, else after 60 bars
 * @param trials configurations that were tried before this one, itself included: what over-fitting is judged by
 */
public record RunRequest(
        String symbol,
        Timeframe timeframe,
        LocalDate startDate,
        LocalDate endDate,
        BigDecimal initialCapital,
        double commissionPerShare,
        double slippagePct,
        Modes strategyMode,
        boolean allowShort,
        @Nullable Integer warmupBars,
        int trials) {

    /** The request as one text: equal texts are equal requests. */
    String identity() {
        String trialled = trials == 1 ? "" : "|trials=" + trials;
        return String.join(
                "|",
                symbol,
                timeframe.code(),
                startDate.toString(),
                endDate.toString(),
                initialCapital.stripTrailingZeros().toPlainString(),
                Double.toString(commissionPerShare),
                Double.toString(slippagePct),
                strategyMode.name(),
                Boolean.toString(allowShort),
                String.valueOf(warmupBars) + trialled);
    }
}
