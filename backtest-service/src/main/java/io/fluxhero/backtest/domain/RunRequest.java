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
        @Nullable Integer warmupBars) {

    /** The request as one text: equal texts are equal requests. */
    String identity() {
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
                String.valueOf(warmupBars));
    }
}
