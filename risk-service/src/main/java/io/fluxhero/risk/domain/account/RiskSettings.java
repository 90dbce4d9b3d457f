package io.fluxhero.risk.domain.account;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.RiskConfig;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What this service was started with.
 *
 * @param account name of the account
 * @param initialCapitalMicros cash of a new account
 * @param symbols the watch-list: these decide together
 * @param timeframe of the strategy
 * @param grace how long a bar waits for symbols of which nothing is known
 * @param alertAfter how long a bar that exists may wait to be whole before people hear of it
 * @param sendWithin how long after its event time an opening order may still be sent to the broker
 * @param isRealTime whether bars come as they happen
 * @param limits factors and limits of the decider
 */
public record RiskSettings(
        String account,
        long initialCapitalMicros,
        SortedSet<String> symbols,
        Timeframe timeframe,
        Duration grace,
        Duration alertAfter,
        Duration sendWithin,
        boolean isRealTime,
        RiskConfig limits) {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.\\-^=]{1,10}");

    public RiskSettings {
        require(!account.isBlank(), "account must have a name");
        require(initialCapitalMicros > 0, "initial capital must be above 0");
        require(!symbols.isEmpty(), "the watch-list must name at least one symbol");
        for (String symbol : symbols) {
            require(
                    SYMBOL.matcher(symbol).matches(),
                    "watch-list: '" + symbol + "' is not a symbol (1 to 10 of A-Z 0-9 . - ^ =)");
        }
        require(!grace.isNegative(), "the grace period must not be negative");
        require(alertAfter.isPositive(), "a bar must have some time to become whole before an alert");
        require(sendWithin.isPositive(), "orders must have some time to be sent in");
        checkLimits(limits);
        symbols = Collections.unmodifiableSortedSet(new TreeSet<>(symbols));
    }

    /** What the clock means for orders. */
    public MarketTime time() {
        return new MarketTime(isRealTime, sendWithin);
    }

    private static void checkLimits(RiskConfig limits) {
        fraction("risk per trade (trend)", limits.riskPerTradeTrend());
        fraction("risk per trade (mean reversion)", limits.riskPerTradeMeanReversion());
        fraction("neutral size factor", limits.neutralSizeFactor());
        fraction("largest position", limits.maxPositionRatio());
        fraction("total exposure", limits.maxExposureRatio());
        fraction("drawdown warning", limits.drawdownWarning());
        fraction("drawdown recovery", limits.drawdownRecovery());
        fraction("drawdown halt", limits.drawdownHalt());
        fraction("reduced size factor", limits.reducedSizeFactor());
        fraction("daily loss halt", limits.dailyLossHalt());
        fraction("concentration halt", limits.concentrationHalt());
        require(limits.maxOpenPositions() >= 1, "open positions: at least 1 must be allowed");
        require(limits.trendStopAtr() > 0 && limits.reducedTrendStopAtr() > 0, "stop distances must be above 0 ATR");
        require(
                limits.drawdownRecovery() <= limits.drawdownWarning()
                        && limits.drawdownWarning() < limits.drawdownHalt(),
                "drawdown levels must rise: recovery <= warning < halt");
    }

    private static void fraction(String name, double value) {
        require(value > 0 && value <= 1, name + " must be a fraction above 0 and at most 1, is " + value);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
