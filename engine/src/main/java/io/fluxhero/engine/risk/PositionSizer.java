package io.fluxhero.engine.risk;

/**
 * How many shares: what may be lost at the stop, capped by the value of one position, both scaled by the trading
 * status and by what the entry wants of it (domain specification d.5, d.6, h.5); then by cash. Whole shares, rounded down.
 */
final class PositionSizer {

    private final RiskConfig config;

    PositionSizer(RiskConfig config) {
        this.config = config;
    }

    /** Shares that risk and position value allow; the entry has a stop on the losing side. */
    long wanted(EntryRequest entry) {
        double factor = config.sizeFactor(entry.status()) * entry.sizeFactor();
        long byRisk = entry.ofEquity(entry.riskRatio() * factor) / entry.distanceMicros();
        long byValue = entry.ofEquity(config.maxPositionRatio() * factor) / entry.priceMicros();
        return Math.max(0, Math.min(byRisk, byValue));
    }

    /** Not more than {@code money} buys at the reference price. */
    static long affordable(EntryRequest entry, long money) {
        return Math.max(0, Math.min(entry.shares(), money / entry.priceMicros()));
    }

    static Denial tooLittleCapital(EntryRequest entry, long freeCash) {
        return Denial.of(
                Denial.Code.REJECTED_INSUFFICIENT_CAPITAL,
                "not even one share",
                Figures.money("price", entry.priceMicros())
                        .andMoney("stop_distance", entry.distanceMicros())
                        .andMoney("equity", entry.equityMicros())
                        .andMoney("cash", freeCash));
    }
}
