package io.fluxhero.engine.performance;

import java.util.List;

/**
 * What a {@link PerformanceReport} is made of.
 *
 * @param times of the bars, epoch milliseconds, rising
 * @param equity at their closes, money
 * @param benchmark equity of the alternative at the same bars, mostly {@link BenchmarkComparison#buyAndHold}; empty for none
 * @param riskFree annual
 * @param trades closed, in the order of their exits
 */
public record RunFigures(
        Metrics metrics,
        long[] times,
        double[] equity,
        double[] benchmark,
        double riskFree,
        double periodsPerYear,
        List<TradeResult> trades) {}
