package io.fluxhero.engine.validation;

import io.fluxhero.engine.market.Candle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Over a history: the first as soon as there are {@link Calibration#FEWEST_BARS}, the next every so many bars. */
    public static RollingCalibration of(List<Candle> candles, int lookBack, int every) {
        List<Step> steps = new ArrayList<>();
        for (int at = Calibration.FEWEST_BARS; at <= candles.size(); at += every) {
            steps.add(new Step(at, Calibration.of(candles.subList(Math.max(0, at - lookBack), at))));
        }
        return new RollingCalibration(List.copyOf(steps));
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
