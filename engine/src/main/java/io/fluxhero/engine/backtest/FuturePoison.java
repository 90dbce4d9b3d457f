package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.CandleSeries;
import java.util.SplittableRandom;

/** Ways of changing what comes after a bar, so that whoever looks there is seen to look. */
enum FuturePoison {
    /** Every later price is half as high again, and rising. */
    HIGHER {
        @Override
        double factor(int barsLater, SplittableRandom random) {
            return 1.5 + 0.01 * barsLater;
        }
    },
    /** Every later price is a half, and falling. */
    LOWER {
        @Override
        double factor(int barsLater, SplittableRandom random) {
            return 0.5 / (1 + 0.01 * barsLater);
        }
    },
    /** Every later price goes its own way. */
    NOISE {
        @Override
        double factor(int barsLater, SplittableRandom random) {
            return random.nextDouble(0.7, 1.4);
        }
    },
    /** There is nothing later. */
    END {
        @Override
        double factor(int barsLater, SplittableRandom random) {
            return 1;
        }

        @Override
        CandleSeries after(CandleSeries series, int last, long seed) {
            return copy(series, last + 1);
        }
    };

    abstract double factor(int barsLater, SplittableRandom random);

    /** The series with every bar after index {@code last} changed. */
    CandleSeries after(CandleSeries series, int last, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CandleSeries poisoned = copy(series, last + 1);
        for (int i = last + 1; i < series.size(); i++) {
            double factor = factor(i - last, random);
            poisoned.add(
                    series.openTimes()[i],
                    series.opens()[i] * factor,
                    series.highs()[i] * factor,
                    series.lows()[i] * factor,
                    series.closes()[i] * factor,
                    (long) (series.volumes()[i] * random.nextDouble(0.1, 10)));
        }
        return poisoned;
    }

    private static CandleSeries copy(CandleSeries series, int count) {
        CandleSeries copy = new CandleSeries(series.size());
        for (int i = 0; i < count; i++) {
            copy.add(series.candle(i));
        }
        return copy;
    }
}
