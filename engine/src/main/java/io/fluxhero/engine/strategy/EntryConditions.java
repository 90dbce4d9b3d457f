package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.SessionClock;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.engine.strategy.NoiseFilter.Conditions;

/** Follows the bars and the quote of one symbol, and answers the noise filter when an entry is wanted. */
final class EntryConditions implements Conditions {

    private static final long MILLIS = 1000;

    private final Timeframe timeframe;
    private final SessionClock clock;
    private final NoiseRules rules;
    private final boolean isWithinDay;
    private long openTime;
    private double open = Double.NaN;
    private double close = Double.NaN;
    private double previousClose = Double.NaN;
    private long volume;
    private double bid = Double.NaN;
    private double ask = Double.NaN;
    private boolean isQuoted;
    private double nextBid = Double.NaN;
    private double nextAsk = Double.NaN;
    private boolean isQuoteNew;
    private Mode mode = Mode.NEUTRAL;
    private double averageVolume = Double.NaN;
    private double deviation = Double.NaN;

    EntryConditions(NoiseRules rules, Timeframe timeframe, TradingCalendar calendar) {
        this.rules = rules;
        this.timeframe = timeframe;
        this.clock = new SessionClock(calendar);
        this.isWithinDay = timeframe.seconds() < Timeframe.D1.seconds();
    }

    /** The quote at the close of the bar that comes next. */
    void quote(double bidPrice, double askPrice) {
        nextBid = bidPrice;
        nextAsk = askPrice;
        isQuoteNew = true;
    }

    void bar(long time, double openPrice, double closePrice, long shares) {
        openTime = time;
        open = openPrice;
        previousClose = close;
        close = closePrice;
        volume = shares;
        bid = nextBid;
        ask = nextAsk;
        isQuoted = isQuoteNew;
        isQuoteNew = false;
    }

    /** Bars were left out, the last of which closed here. */
    void leftOut(double lastClose) {
        close = lastClose;
    }

    /** Whether volume is reported, and above the usual share of its average. */
    boolean hasVolume(double averageVolume) {
        return averageVolume > 0 && NoiseFilter.isAbove((double) volume, averageVolume, rules.minVolumeRatio());
    }

    /**
     * Makes ready for the questions of the noise filter about the newest bar.
     *
     * @param speaking the mode that wants to enter
     * @param average mean volume
     * @param closeDeviation population standard deviation of closes
     */
    void weigh(Mode speaking, double average, double closeDeviation) {
        mode = speaking;
        averageVolume = average;
        deviation = closeDeviation;
    }

    /** Whether an entry in this mode counts as a breakout, which needs more volume. */
    boolean isBreakout(Mode speaking) {
        return speaking == Mode.TREND && (isWithinDay || rules.breakoutRuleDaily());
    }

    @Override
    public boolean isQuoted() {
        return isQuoted;
    }

    @Override
    public double spreadRatio() {
        return isQuoted ? NoiseFilter.spreadToVolatility(bid, ask, deviation) : Double.NaN;
    }

    @Override
    public boolean isIlliquid() {
        return isWithinDay && clock.isIlliquid(decidedAt());
    }

    @Override
    public double volume() {
        return (double) volume;
    }

    @Override
    public double averageVolume() {
        return averageVolume;
    }

    @Override
    public boolean isBreakout() {
        return isBreakout(mode);
    }

    @Override
    public double gapRatio() {
        return NoiseFilter.gapRatio(open, previousClose);
    }

    @Override
    public double minutesToClose() {
        return isWithinDay ? clock.minutesToClose(decidedAt()) : Double.POSITIVE_INFINITY;
    }

    private long decidedAt() {
        return openTime + timeframe.seconds() * MILLIS;
    }
}
