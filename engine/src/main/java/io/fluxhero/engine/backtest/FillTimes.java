package io.fluxhero.engine.backtest;

import java.util.List;

/** Whether fills came after what they follow from: a check on results, of ours or of others. */
public final class FillTimes {

    private FillTimes() {}

    /**
     * Whether every fill came strictly after its signal.
     *
     * @param signals bar index or time of each signal
     * @param fills of the fills, in the same order and unit
     * @throws IllegalArgumentException where the two are not equally many
     */
    public static boolean areAfterTheirSignals(long[] signals, long[] fills) {
        if (signals.length != fills.length) {
            throw new IllegalArgumentException(signals.length + " signals and " + fills.length + " fills");
        }
        for (int i = 0; i < signals.length; i++) {
            if (fills[i] <= signals[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether no trade ended before it began; within one bar is possible. */
    public static boolean areInOrder(List<ClosedTrade> trades) {
        return trades.stream().allMatch(trade -> trade.exitTime() >= trade.entryTime());
    }
}
