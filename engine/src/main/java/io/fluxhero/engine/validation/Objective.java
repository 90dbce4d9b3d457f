package io.fluxhero.engine.validation;

import io.fluxhero.engine.performance.Metrics;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What makes one run better than another: more of it. */
public enum Objective {
    SHARPE(Metrics::sharpe),
    SORTINO(Metrics::sortino),
    CALMAR(Metrics::calmar),
    TOTAL_RETURN(Metrics::totalReturnPct),
    PROFIT_FACTOR(Metrics::profitFactor);

    private final ToDoubleFunction<Metrics> figure;

    Objective(ToDoubleFunction<Metrics> figure) {
        this.figure = figure;
    }

    /** The figure of a run; {@code NaN} where it is undefined or there were too few trades to speak of. */
    public double of(Metrics metrics, int fewestTrades) {
        return metrics.trades() < fewestTrades ? Double.NaN : figure.applyAsDouble(metrics);
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
