package io.fluxhero.engine.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The trades that have something in common: mode, regime, reason of the exit.
 *
 * @param pnl sum, money
 * @param averageR mean R multiple of those that know it, {@code NaN} where none does
 * @param averageHoldingBars mean
 */
public record TradeGroup(TradeStatistics statistics, double pnl, double averageR, double averageHoldingBars) {

    /** The trades by a label, labels sorted. */
    public static SortedMap<String, TradeGroup> by(Function<TradeResult, String> label, List<TradeResult> trades) {
        SortedMap<String, List<TradeResult>> groups = new TreeMap<>();
        for (TradeResult trade : trades) {
            groups.computeIfAbsent(label.apply(trade), _ -> new ArrayList<>()).add(trade);
        }
        SortedMap<String, TradeGroup> figures = new TreeMap<>();
        groups.forEach((name, group) -> figures.put(name, of(group)));
        return figures;
    }

    private static TradeGroup of(List<TradeResult> trades) {
        double[] pnls = trades.stream().mapToDouble(TradeResult::pnl).toArray();
        double sum = 0;
        for (double pnl : pnls) {
            sum += pnl;
        }
        double[] multiples = trades.stream()
                .mapToDouble(TradeResult::rMultiple)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return new TradeGroup(
                TradeStatistics.of(pnls),
                sum,
                Moments.mean(multiples),
                trades.stream().mapToInt(TradeResult::holdingBars).average().orElse(Double.NaN));
    }
}
