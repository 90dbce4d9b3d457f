package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.strategy.Explanation;
import io.fluxhero.engine.strategy.Mode;

/**
 * A position from its entry to its exit, or the part of it that one exit closed. Times are bar open times in epoch
 * milliseconds, money in micros.
 *
 * @param mode that opened it
 * @param entryPriceMicros mean price of the entry
 * @param commissionMicros of entry and exit, with what the mean price lost to rounding
 * @param pnlMicros net of {@code commissionMicros}, with {@code dividendMicros}
 * @param holdingBars bars of its symbol from the entry to the exit, 0 within one bar
 * @param entryExplanation with the regime at the entry
 * @param riskMicros money that would have been lost at the initial stop, as decided
 * @param riskPercent of the equity at the decision
 * @param exitReason why it was closed; {@code exitBy} is the kind of order that did it
 * @param maeMicros maximum adverse excursion: most that the shares were down against the entry price before costs, 0 or
 *     more. The bar of the exit counts up to the exit price only, for nobody knows what came first
 * @param mfeMicros maximum favourable excursion, likewise
 * @param dividendMicros received meanwhile, part of {@code pnlMicros}; below 0 where a short had to pay
 */
public record ClosedTrade(
        String symbol,
        Side side,
        Mode mode,
        long entryTime,
        long entryPriceMicros,
        long exitTime,
        long exitPriceMicros,
        long shares,
        long initialStopMicros,
        long lastStopMicros,
        long commissionMicros,
        long slippageMicros,
        long pnlMicros,
        int holdingBars,
        Intent exitBy,
        Explanation entryExplanation,
        long riskMicros,
        double riskPercent,
        ExitReason exitReason,
        long maeMicros,
        long mfeMicros,
        long dividendMicros) {

    /** Confirmed regime at the entry. */
    public Regime entryRegime() {
        return entryExplanation.regime();
    }

    /** Profit in units of the money at risk (Tharp's R multiple); {@code NaN} where nothing was at risk. */
    public double rMultiple() {
        return riskMicros == 0 ? Double.NaN : (double) pnlMicros / riskMicros;
    }
}
