package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.EntryTerms;
import io.fluxhero.engine.strategy.Signal;

/**
 * An entry as the limits see it.
 *
 * @param stopMicros 0 where there is none
 * @param equityMicros basis of all ratios
 * @param riskRatio most that may be lost at the stop, of equity, before the status factor
 * @param status trading status at the decision
 * @param sizeFactor share that it wants of the size which is allowed
 * @param shares 0 before sizing
 */
record EntryRequest(
        String symbol,
        Side side,
        long priceMicros,
        long stopMicros,
        long equityMicros,
        double riskRatio,
        TradingStatus status,
        double sizeFactor,
        long shares) {

    static EntryRequest of(
            String symbol, Signal.Entry signal, Account account, RiskConfig config, TradingStatus status) {
        double weight = config.weighsModes() ? account.modeWeights().of(signal.mode()) : 1;
        long price = terms(signal).referenceMicros(Micros.of(signal.price()));
        long stop = signal.stop() > 0 ? Micros.of(signal.stop()) : 0;
        return new EntryRequest(
                symbol,
                signal.side(),
                price,
                status == TradingStatus.REDUCED ? tightened(price, stop, signal, config) : stop,
                account.equity(),
                config.riskPerTrade(signal.mode()) * weight,
                status,
                signal.sizeFactor(),
                0);
    }

    /** As a person wants it; without a mode it may risk what the mode that risks most may. */
    static EntryRequest of(PersonalEntry entry, Account account, RiskConfig config, TradingStatus status) {
        return new EntryRequest(
                entry.symbol(),
                entry.side(),
                entry.terms().referenceMicros(account.markOf(entry.symbol(), 0)),
                entry.stopMicros(),
                account.equity(),
                config.riskPerTradeTrend(),
                status,
                1,
                entry.shares());
    }

    /** How the order is to fill; sized by its own price where it has one. */
    static OrderTerms terms(Signal.Entry signal) {
        EntryTerms wanted = signal.terms();
        OrderTerms terms = switch (wanted.kind()) {
            case MARKET -> OrderTerms.MARKET;
            case LIMIT -> OrderTerms.limit(Micros.of(wanted.limit()));
            case STOP -> OrderTerms.stop(Micros.of(wanted.trigger()));
            case STOP_LIMIT -> OrderTerms.stopLimit(Micros.of(wanted.trigger()), Micros.of(wanted.limit()));
        };
        return wanted.forTheDay() ? terms.forTheDay() : terms;
    }

    /** While REDUCED a trailing stop starts at the distance at which it will trail. */
    private static long tightened(long price, long stop, Signal.Entry signal, RiskConfig config) {
        double multiple = signal.trailingAtrMultiple();
        if (stop == 0 || !(multiple > config.reducedTrendStopAtr())) {
            return stop;
        }
        return price - (long) StrictMath.rint((price - stop) * (config.reducedTrendStopAtr() / multiple));
    }

    EntryRequest sized(long count) {
        return new EntryRequest(
                symbol, side, priceMicros, stopMicros, equityMicros, riskRatio, status, sizeFactor, count);
    }

    /** Loss per share at the stop; not above 0 where the stop is on the wrong side. */
    long distanceMicros() {
        return side.sign() * (priceMicros - stopMicros);
    }

    long valueMicros() {
        return shares * priceMicros;
    }

    long riskMicros() {
        return shares * distanceMicros();
    }

    /** This share of equity, to the nearest micro. */
    long ofEquity(double ratio) {
        return (long) StrictMath.rint(equityMicros * ratio);
    }
}
