package io.fluxhero.backtest.domain;

import io.fluxhero.engine.validation.ParameterGrid;
import io.fluxhero.engine.validation.WalkForwardPlan;
import io.fluxhero.engine.validation.WindowPlan;
import java.util.List;
import java.util.SortedMap;

/**
 * What a person wants to walk forward, checked.
 *
 * @param run symbol, dates, money and rules; its warm-up is not used
 * @param plan windows and how they are judged; {@code from} is set once the bars are known
 * @param grid values by key of a parameter; empty: nothing is optimised
 */
public record WalkForwardRequest(RunRequest run, WalkForwardPlan plan, SortedMap<String, List<String>> grid) {

    ParameterGrid candidates() {
        return ParameterGrid.of(grid);
    }

    /** The plan over windows that begin with a bar. */
    WalkForwardPlan planFrom(long openTime) {
        return new WalkForwardPlan(
                plan.windows(),
                openTime,
                plan.warmUpBars(),
                plan.objective(),
                plan.fewestTrades(),
                plan.passThreshold());
    }

    /** The request as one text: equal texts are equal requests. */
    String identity() {
        WindowPlan windows = plan.windows();
        return String.join(
                "|",
                run.identity(),
                windows.toString(),
                plan.objective().name(),
                Integer.toString(plan.fewestTrades()),
                Double.toString(plan.passThreshold()),
                grid.toString());
    }
}
