package io.fluxhero.engine.validation;

import io.fluxhero.engine.market.Candle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calibrations along a history, each from the bars before the one from which it holds, and from no other.
 *
 * @param steps in rising order
 */
public record RollingCalibration(List<Step> steps) {

    /** Bars looked back on. */
    public static final int LOOK_BACK = 252;

    /** Bars from one calibration to the next. */
    public static final int EVERY = 21;

    /**
     * One calibration.
     *
     * @param holdsFrom index of the first bar for which it may be used; its newest bar is the one before
     */
    public record Step(int holdsFrom, Calibration calibration) {}

    /**
     * Over a history: the first as soon as there are {@link Calibration#FEWEST_BARS}, the next every so many bars; fewer
     * where it was cancelled.
     *
     * @throws IllegalArgumentException where too few bars are looked back on, or none lie between two calibrations
     */
    public static RollingCalibration of(
            List<Candle> candles, int lookBack, int every, Workers workers, Progress progress) {
        if (lookBack < Calibration.FEWEST_BARS || every < 1) {
            throw new IllegalArgumentException("a calibration looks back on " + Calibration.FEWEST_BARS
                    + " bars or more, not " + lookBack + ", and is made every bar or less often, not every " + every);
        }
        @Nullable Step[] steps = new Step[planned(candles.size(), every)];
        workers.carryOut(steps.length, index -> {
            if (!progress.isCancelled()) {
                int at = Calibration.FEWEST_BARS + index * every;
                List<Candle> before = candles.subList(Math.max(0, at - lookBack), at);
                steps[index] = new Step(at, Calibration.of(before));
                progress.pieceDone(steps.length);
            }
        });
        return new RollingCalibration(done(steps));
    }

    /** How many calibrations so many bars give. */
    public static int planned(int bars, int every) {
        return bars < Calibration.FEWEST_BARS ? 0 : (bars - Calibration.FEWEST_BARS) / every + 1;
    }

    private static List<Step> done(@Nullable Step[] steps) {
        List<Step> done = new ArrayList<>(steps.length);
        for (Step step : steps) {
            if (step != null) {
                done.add(step);
            }
        }
        return List.copyOf(done);
    }

    /** The newest calibration that may be used at a bar; empty before the first. */
    public Optional<Calibration> at(int bar) {
        Optional<Calibration> newest = Optional.empty();
        for (Step step : steps) {
            if (step.holdsFrom() <= bar) {
                newest = Optional.of(step.calibration());
            }
        }
        return newest;
    }

    /** How stable they were. */
    public StabilityReport report() {
        return StabilityReport.of(
                steps.stream().map(step -> step.calibration().parameters()).toList());
    }
}
