package io.fluxhero.execution.paper;

import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.domain.broker.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * On what terms the paper broker trades.
 *
 * @param initialCash money that a new account begins with
 * @param costs without the spread
 * @param spreadBps between bid and ask, in basis points of the price; half of it is lost by each order that trades at market
 * @param latency how long after it is given, in market time, an order can meet its first bar
 * @param hourlyClose whether entries at market wait for the next full hour
 */
public record PaperTerms(
        String account,
        BigDecimal initialCash,
        CostModel costs,
        double spreadBps,
        Duration latency,
        boolean hourlyClose) {

    private static final double WIDEST_SPREAD_BPS = 1_000;
    private static final Duration LONGEST_LATENCY = Duration.ofDays(1);
    private static final double HALVES_IN_ONE = 20_000;
    private static final int PRICE_SCALE = 6;

    public PaperTerms {
        require(!account.isBlank(), "account must not be blank");
        require(initialCash.signum() > 0, "paper.initial-capital must be above 0, is " + initialCash.toPlainString());
        within("commission-per-share", costs.commissionPerShare(), Double.MAX_VALUE);
        within("slippage-ratio", costs.slippageRatio(), 1);
        within("impact-threshold", costs.impactThreshold(), Double.MAX_VALUE);
        within("impact-ratio", costs.impactRatio(), 1);
        within("max-volume-ratio", costs.maxVolumeRatio(), 1);
        within("spread-bps", spreadBps, WIDEST_SPREAD_BPS);
        require(
                !latency.isNegative() && latency.compareTo(LONGEST_LATENCY) <= 0,
                "paper.latency must be from PT0S to PT24H, is " + latency);
    }

    /** Without a spread, and orders that are there at once. */
    public PaperTerms(String account, BigDecimal initialCash, CostModel costs) {
        this(account, initialCash, costs, 0, Duration.ZERO, false);
    }

    /** What market orders and stops give up, the half of the spread that is theirs included. */
    CostModel costsWithSpread() {
        return new CostModel(
                costs.commissionPerShare(),
                costs.slippageRatio() + spreadBps / HALVES_IN_ONE,
                costs.impactThreshold(),
                costs.impactRatio(),
                costs.maxVolumeRatio());
    }

    /** Bid and ask around a price. */
    Quote quoteAround(BigDecimal price) {
        BigDecimal half = price.multiply(BigDecimal.valueOf(spreadBps / HALVES_IN_ONE))
                .setScale(PRICE_SCALE, RoundingMode.HALF_EVEN);
        return new Quote(price.subtract(half), price.add(half));
    }

    private static void within(String setting, double value, double most) {
        boolean holds = value >= 0 && value <= most;
        require(
                holds,
                "paper." + setting + " must be a number from 0" + (most == Double.MAX_VALUE ? "" : " to " + most)
                        + ", is " + value);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("fluxhero.execution." + otherwise);
        }
    }
}
