package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.BarView;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Strategy;
import io.fluxhero.engine.strategy.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Strategies that know the future, each in a way that people have fallen for. */
enum Leaks implements Function<CandleSeries, Strategy> {
    /** Buys where the next close is higher. */
    PEEKS_AT_THE_NEXT_CLOSE((series, closes) -> i -> at(closes, i + 1) > closes[i]),
    /** Buys below the mean of all closes there will ever be. */
    KNOWS_THE_MEAN_OF_THE_WHOLE_SAMPLE((series, closes) -> {
        double mean = mean(closes, 0, closes.length);
        return i -> closes[i] < mean;
    }),
    /** Buys above a moving average that looks five bars to either side. */
    CENTRES_ITS_MOVING_AVERAGE((series, closes) -> i -> closes[i] > mean(closes, i - 5, i + 6)),
    /** Buys where one of the next ten bars trades two percent higher. */
    KNOWS_THE_FUTURE_MAXIMUM((series, closes) -> i -> IntStream.range(i + 1, Math.min(i + 11, closes.length))
                    .mapToDouble(j -> series.highs()[j])
                    .max()
                    .orElse(0)
            > closes[i] * 1.02),
    /** Scales by mean and deviation of the whole series, then buys what is low. */
    NORMALISES_BY_THE_WHOLE_SERIES((series, closes) -> {
        double mean = mean(closes, 0, closes.length);
        double deviation = Math.sqrt(Arrays.stream(closes)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(1));
        return i -> (closes[i] - mean) / deviation < -0.5;
    }),
    /** Reads the bar after the current one where another class left it lying. */
    READS_THE_NEXT_BAR_FROM_A_STATIC((series, closes) -> {
        Shared.series = series;
        return i -> {
            CandleSeries left = Shared.series;
            return left != null && i + 1 < left.size() && left.opens()[i + 1] > left.closes()[i];
        };
    }),
    /** Buys in the lowest quarter of all closes, sorted. */
    RANKS_WITHIN_THE_WHOLE_SAMPLE((series, closes) -> {
        double[] sorted = closes.clone();
        Arrays.sort(sorted);
        double quarter = sorted[sorted.length / 4];
        return i -> closes[i] <= quarter;
    }),
    /** Buys, but not in the last hundred bars of the data. */
    KNOWS_WHERE_THE_DATA_ENDS((series, closes) -> i -> i < closes.length - 100),
    /** Adjusts all prices so that the last one is a hundred, then buys below fifty. */
    ADJUSTS_BACKWARDS_FROM_THE_LAST_PRICE((series, closes) -> i -> closes[i] * 100 / closes[closes.length - 1] < 50),
    /** Buys at a low that only the three bars after it make one. */
    CONFIRMS_A_LOW_WITH_LATER_BARS((series, closes) -> i -> i >= 3
            && IntStream.rangeClosed(i - 3, Math.min(i + 3, closes.length - 1))
                    .allMatch(j -> series.lows()[j] >= series.lows()[i])),
    /** Fills a gap in the data from behind: the average of its neighbours. */
    SMOOTHES_WITH_BOTH_NEIGHBOURS((series, closes) ->
            i -> i > 0 && (at(closes, i - 1) + at(closes, i + 1)) / 2 > closes[i] * 1.002),
    /** Takes the volume of the bar that the order will fill in. */
    KNOWS_TOMORROWS_VOLUME(
            (series, closes) -> i -> i + 1 < closes.length && series.volumes()[i + 1] > series.volumes()[i]);

    /** Where data lies around. */
    private static final class Shared {
        private static @Nullable CandleSeries series;
    }

    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<CandleSeries, double[], IntPredicate> rule;

    Leaks(BiFunction<CandleSeries, double[], IntPredicate> rule) {
        this.rule = rule;
    }

    private static double at(double[] values, int index) {
        return values[Math.min(values.length - 1, index)];
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, Math.max(0, from), Math.min(values.length, to))
                .average()
                .orElse(Double.NaN);
    }

    @Override
    public Strategy apply(CandleSeries series) {
        IntPredicate buys = rule.apply(series, Arrays.copyOf(series.closes(), series.size()));
        return new Strategy() {
            @Override
            public String name() {
                return Leaks.this.name();
            }

            @Override
            public List<Signal> onBar(BarView bars) {
                double close = bars.close();
                return buys.test(bars.size() - 1)
                        ? List.of(Signal.enter(Side.LONG, close, close * 0.95, name()))
                        : List.of();
            }

            @Override
            public Verdict verdict() {
                return Verdict.missing("not now", Double.NaN, Double.NaN);
            }
        };
    }
}
