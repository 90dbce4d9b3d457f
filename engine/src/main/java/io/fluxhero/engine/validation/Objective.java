package io.fluxhero.engine.validation;

import io.fluxhero.engine.performance.Metrics;
import java.util.Arrays;
import java.util.Locale;

/** What makes one run better than another: more of it. */
public enum Objective {
    SHARPE,
    SORTINO,
    CALMAR,
    TOTAL_RETURN,
    PROFIT_FACTOR;

    /** The figure of a run; {@code NaN} where it is undefined or there were too few trades to speak of. */
    public double of(Metrics metrics, int fewestTrades) {
        return metrics.trades() < fewestTrades ? Double.NaN : figure(metrics);
    }

    private double figure(Metrics metrics) {
        return switch (this) {
            case SHARPE -> metrics.sharpe();
            case SORTINO -> metrics.sortino();
            case CALMAR -> metrics.calmar();
            case TOTAL_RETURN -> metrics.totalReturnPct();
            case PROFIT_FACTOR -> metrics.profitFactor();
        };
    }

    /** The number of the highest score, the first of equals; -1 where none is defined. */
    static int best(double[] scores) {
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isNaN(scores[i]) && (best < 0 || scores[i] > scores[best])) {
                best = i;
            }
        }
        return best;
    }

    /**
     * The objective of a name, in any case, with {@code -} or {@code _}.
     *
     * @throws IllegalArgumentException naming the objectives there are
     */
    public static Objective parse(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(objective -> objective.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown objective '" + name + "': one of " + Arrays.toString(values())));
    }
}
