package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Adjustments;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.CorporateAction;
import java.util.List;

/**
 * What buying at the first close and holding would have made, without costs, in fractions of shares. Dividends are
 * reinvested at the close before, less the dividend, as adjusted prices assume: the growth over unadjusted bars equals
 * the return of the adjusted ones (CRSP's holding-period return).
 */
public final class BuyAndHold {

    private BuyAndHold() {}

    /** Value at each close of one unit of money that was invested at the first. */
    public static double[] growth(CandleSeries series, String symbol, Adjustments adjustments) {
        return growth(series, 0, symbol, adjustments);
    }

    /** The same, bought at the close of the bar at index {@code from}; there is one value per bar from there on. */
    public static double[] growth(CandleSeries series, int from, String symbol, Adjustments adjustments) {
        List<CorporateAction> actions = adjustments.of(symbol);
        double[] growth = new double[Math.max(0, series.size() - from)];
        if (growth.length == 0) {
            return growth;
        }
        SessionDays days = new SessionDays();
        double shares = 1 / series.closes()[from];
        int next = firstAfter(actions, days.of(series.openTime(from)));
        for (int i = 0; i < growth.length; i++) {
            int bar = from + i;
            long day = days.of(series.openTime(bar));
            while (next < actions.size() && actions.get(next).exDay() <= day) {
                shares = reinvested(shares, series.closes()[bar - 1], actions.get(next++));
            }
            growth[i] = shares * series.closes()[bar];
        }
        return growth;
    }

    private static int firstAfter(List<CorporateAction> actions, long day) {
        int next = 0;
        while (next < actions.size() && actions.get(next).exDay() <= day) {
            next++;
        }
        return next;
    }

    private static double reinvested(double shares, double closeBefore, CorporateAction action) {
        double price = closeBefore / action.splitRatio();
        return shares * action.splitRatio() * (price / (price - action.dividend()));
    }
}
