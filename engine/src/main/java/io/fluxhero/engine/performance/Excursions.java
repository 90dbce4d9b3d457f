package io.fluxhero.engine.performance;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far trades went against and for their owner while they were held. Sweeney, Maximum Adverse Excursion (1996).
 * {@code NaN} is undefined.
 *
 * @param averageAdverse mean maximum adverse excursion, money
 * @param averageFavourable mean maximum favourable excursion, money
 * @param averageAdverseOfWins what winners had to bear: a stop nearer than this would have cost wins
 * @param averageFavourableOfLosses what losers had gained and gave back
 * @param edgeRatio mean favourable over mean adverse. Faith, Way of the Turtle (2007)
 * @param captureRatio profits of the winners over what they had at best
 */
public record Excursions(
        double averageAdverse,
        double averageFavourable,
        double averageAdverseOfWins,
        double averageFavourableOfLosses,
        double edgeRatio,
        double captureRatio) {

    /** Of those trades that know their excursions. */
    public static Excursions of(List<TradeResult> trades) {
        List<TradeResult> known = trades.stream()
                .filter(trade -> !Double.isNaN(trade.adverse()) && !Double.isNaN(trade.favourable()))
                .toList();
        List<TradeResult> wins = known.stream().filter(trade -> trade.pnl() > 0).toList();
        List<TradeResult> losses =
                known.stream().filter(trade -> trade.pnl() <= 0).toList();
        return new Excursions(
                mean(known, TradeResult::adverse),
                mean(known, TradeResult::favourable),
                mean(wins, TradeResult::adverse),
                mean(losses, TradeResult::favourable),
                ratio(mean(known, TradeResult::favourable), mean(known, TradeResult::adverse)),
                ratio(mean(wins, TradeResult::pnl), mean(wins, TradeResult::favourable)));
    }

    private static double mean(List<TradeResult> trades, ToDoubleFunction<TradeResult> figure) {
        return Moments.mean(trades.stream().mapToDouble(figure).toArray());
    }

    private static double ratio(double value, double base) {
        return base > 0 ? value / base : Double.NaN;
    }
}
