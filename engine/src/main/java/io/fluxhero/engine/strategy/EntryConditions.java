package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.SessionClock;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.engine.strategy.NoiseFilter.Reading;

/** Follows the bars and the quote of one symbol, and reads them for the noise filter when an entry is wanted. */
final class EntryConditions {

    private static final long MILLIS = 1000;

    private final Timeframe timeframe;
    private final SessionClock clock;
    private final NoiseRules rules;
    private long openTime;
    private double open = Double.NaN;
    private double close = Double.NaN;
    private double previousClose = Double.NaN;
    private long volume;
    private double bid = Double.NaN;
    private double ask = Double.NaN;
    private boolean isQuoted;
    private boolean isQuoteNew;

    EntryConditions(NoiseRules rules, Timeframe timeframe, TradingCalendar calendar) {
        this.rules = rules;
        this.timeframe = timeframe;
        this.clock = new SessionClock(calendar);
    }

    /** The quote at the close of the bar that comes next. */
    void quote(double bidPrice, double askPrice) {
        bid = bidPrice;
        ask = askPrice;
        isQuoteNew = true;
    }

    void bar(long time, double openPrice, double closePrice, long shares) {
        openTime = time;
        open = openPrice;
        previousClose = close;
        close = closePrice;
        volume = shares;
        isQuoted = isQuoteNew;
        isQuoteNew = false;
    }

    /** Bars were left out, the last of which closed here. */
    void leftOut(double lastClose) {
        close = lastClose;
    }

    /** Whether a quote belongs to the newest bar. */
    boolean isQuoted() {
        return isQuoted;
    }

    /** Whether volume is reported, and above the usual share of its average. */
    boolean hasVolume(double averageVolume) {
        return averageVolume > 0 && NoiseFilter.isAbove((double) volume, averageVolume, rules.minVolumeRatio());
    }

    /** @param deviation population standard deviation of closes */
    Reading reading(Mode mode, double averageVolume, double deviation) {
        long decidedAt = openTime + timeframe.seconds() * MILLIS;
        boolean isWithinDay = timeframe.seconds() < Timeframe.D1.seconds();
        return new Reading(
                isQuoted,
                isQuoted ? NoiseFilter.spreadToVolatility(bid, ask, deviation) : Double.NaN,
                isWithinDay && clock.isIlliquid(decidedAt),
                (double) volume,
                averageVolume,
                mode == Mode.TREND && (isWithinDay || rules.breakoutRuleDaily()),
                NoiseFilter.gapRatio(open, previousClose),
                isWithinDay ? clock.minutesToClose(decidedAt) : Double.POSITIVE_INFINITY);
    }
}
