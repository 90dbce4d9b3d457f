package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.Denial.Code;
import java.util.List;
import java.util.Optional;

/** The limits in the order in which they are asked: some before the size is known, some after. */
final class EntryPolicies {

    private final RiskConfig config;
    private final CorrelationWatch correlations;
    private final List<RiskPolicy> beforeSizing;
    private final List<RiskPolicy> afterSizing;

    EntryPolicies(RiskConfig config, CorrelationWatch correlations) {
        this.config = config;
        this.correlations = correlations;
        beforeSizing = List.of(
                EntryPolicies::tradingAllowed,
                EntryPolicies::onePositionPerSymbol,
                EntryPolicies::stopPresent,
                EntryPolicies::stopOnLosingSide);
        afterSizing = List.of(EntryPolicies::sharesPresent, this::positionValue, this::riskAtStop);
    }

    Optional<Denial> objectionBeforeSizing(EntryRequest entry, Account account) {
        return first(beforeSizing, entry, account);
    }

    Optional<Denial> objectionAfterSizing(EntryRequest entry, Account account) {
        return objectionToPosition(entry, account).or(() -> objectionToNumber(entry, account));
    }

    /** What is wrong with the position by itself. */
    Optional<Denial> objectionToPosition(EntryRequest entry, Account account) {
        return first(afterSizing, entry, account);
    }

    private static Optional<Denial> first(List<RiskPolicy> policies, EntryRequest entry, Account account) {
        for (int i = 0; i < policies.size(); i++) {
            Optional<Denial> objection = policies.get(i).objectionTo(entry, account);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static Optional<Denial> tradingAllowed(EntryRequest entry, Account account) {
        return entry.status() == TradingStatus.DISABLED
                ? objection(
                        Code.REJECTED_TRADING_DISABLED,
                        "trading is disabled",
                        Figures.money("equity", entry.equityMicros()))
                : Optional.empty();
    }

    private static Optional<Denial> onePositionPerSymbol(EntryRequest entry, Account account) {
        if (account.externals().has(entry.symbol())) {
            return objection(
                    Code.REJECTED_POSITION_OPEN,
                    "shares that are not ours are held in " + entry.symbol(),
                    Figures.money("external_exposure", account.externalExposure()));
        }
        Holding held = account.holding(entry.symbol());
        if (held == null && !account.hasPendingEntry(entry.symbol())) {
            return Optional.empty();
        }
        long shares = held == null ? 0 : held.shares;
        String detail = held == null ? "an entry is pending in " : "a position is open in ";
        return objection(
                Code.REJECTED_POSITION_OPEN, detail + entry.symbol(), Figures.of("shares_held", (double) shares));
    }

    private static Optional<Denial> stopPresent(EntryRequest entry, Account account) {
        return entry.stopMicros() > 0
                ? Optional.empty()
                : objection(
                        Code.REJECTED_NO_STOP,
                        "an entry needs a protective stop",
                        Figures.money("price", entry.priceMicros()));
    }

    private static Optional<Denial> stopOnLosingSide(EntryRequest entry, Account account) {
        return entry.priceMicros() > 0 && entry.distanceMicros() > 0
                ? Optional.empty()
                : objection(
                        Code.REJECTED_INVALID,
                        "the stop is not on the losing side of the price",
                        Figures.money("price", entry.priceMicros()).andMoney("stop", entry.stopMicros()));
    }

    private static Optional<Denial> sharesPresent(EntryRequest entry, Account account) {
        return entry.shares() > 0
                ? Optional.empty()
                : objection(Code.REJECTED_INVALID, "not a single share", Figures.of("shares", (double) entry.shares()));
    }

    private Optional<Denial> positionValue(EntryRequest entry, Account account) {
        long limit = positionLimit(entry);
        return entry.valueMicros() <= limit
                ? Optional.empty()
                : objection(
                        Code.REJECTED_POSITION_TOO_LARGE,
                        "the position would be too large",
                        Figures.money("value", entry.valueMicros()).andMoney("limit", limit));
    }

    private long positionLimit(EntryRequest entry) {
        return entry.ofEquity(config.maxPositionRatio() * config.sizeFactor(entry.status()));
    }

    private Optional<Denial> riskAtStop(EntryRequest entry, Account account) {
        long limit = entry.ofEquity(entry.riskRatio() * config.sizeFactor(entry.status()));
        return entry.riskMicros() <= limit
                ? Optional.empty()
                : objection(
                        Code.REJECTED_EXCESSIVE_RISK,
                        "too much would be lost at the stop",
                        Figures.money("risk", entry.riskMicros()).andMoney("limit", limit));
    }

    /** Whether it is one position too many. */
    Optional<Denial> objectionToNumber(EntryRequest entry, Account account) {
        int open = account.boundPositions();
        int limit = positionsLimit();
        return open < limit
                ? Optional.empty()
                : objection(
                        Code.REJECTED_MAX_POSITIONS,
                        open + " positions are open or pending",
                        Figures.of("positions", open).and("limit", limit));
    }

    private int positionsLimit() {
        return correlations.maxPositions(config.maxOpenPositions());
    }

    private static Optional<Denial> objection(Code code, String detail, Figures figures) {
        return Optional.of(Denial.of(code, detail, figures));
    }

    /** The same entry, smaller where it moves together with what is open. */
    EntryRequest decorrelated(EntryRequest entry, Account account) {
        double highest = correlations.highest(entry.symbol(), entry.side(), account);
        return correlations.isTooHigh(highest) ? entry.sized(correlations.reduced(entry.shares())) : entry;
    }

    /** A profit target lies where the profit is. */
    Optional<Denial> objectionToTarget(EntryRequest entry, long target) {
        return target == 0 || entry.side().sign() * (target - entry.priceMicros()) > 0
                ? Optional.empty()
                : objection(
                        Code.REJECTED_INVALID,
                        "the target is not on the winning side of the price",
                        Figures.money("price", entry.priceMicros()).andMoney("target", target));
    }

    /** Whether it fits under the exposure limit as it is. */
    Optional<Denial> objectionToExposure(EntryRequest entry, Account account) {
        long room = exposureRoom(entry, account);
        return entry.valueMicros() <= room ? Optional.empty() : Optional.of(noExposureRoom(entry, room, account));
    }

    Denial tooCorrelated(EntryRequest entry, Account account) {
        return Denial.of(
                Code.REJECTED_HIGH_CORRELATION,
                "nothing is left of the size beside what moves together with it",
                Figures.of("correlation", correlations.highest(entry.symbol(), entry.side(), account))
                        .and("limit", config.correlation().sizeReductionAbove())
                        .and("shares", (double) entry.shares()));
    }

    /** Room for one more entry under the exposure limit; pending entries count, and what is not ours. */
    long exposureRoom(EntryRequest entry, Account account) {
        return exposureLimit(entry) - account.boundExposure();
    }

    private long exposureLimit(EntryRequest entry) {
        return entry.ofEquity(config.maxExposureRatio());
    }

    /** What was asked of an entry that is allowed; before it is reserved. */
    LimitCheck limitsOf(EntryRequest entry, long freeCash, Account account) {
        return new LimitCheck(
                entry.valueMicros(),
                positionLimit(entry),
                account.exposure() + account.externalExposure(),
                account.reserved(),
                exposureLimit(entry),
                account.boundPositions(),
                positionsLimit(),
                freeCash);
    }

    static Denial noExposureRoom(EntryRequest entry, long room, Account account) {
        return Denial.of(
                Code.REJECTED_TOTAL_EXPOSURE,
                "no room under the exposure limit",
                Figures.money("wanted", entry.valueMicros())
                        .andMoney("room", room)
                        .andMoney("exposure", account.boundExposure())
                        .and("price", Micros.toDouble(entry.priceMicros())));
    }
}
