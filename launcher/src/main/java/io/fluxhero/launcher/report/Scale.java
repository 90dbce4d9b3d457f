package io.fluxhero.launcher.report;

import java.util.ArrayList;
import java.util.List;

/** A range of values laid over a range of pixels, with round values to label. */
record Scale(double min, double max, double from, double to) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** A range that holds all values, and is not empty. */
    static Scale of(double from, double to, double... values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (min > max) {
            return new Scale(0, 1, from, to);
        }
        double room = max > min ? (max - min) * 0.04 : Math.max(1, Math.abs(max) * 0.01);
        return new Scale(min - (min == 0 ? 0 : room), max + (max == 0 ? 0 : room), from, to);
    }

    double at(double value) {
        return from + (value - min) / (max - min) * (to - from);
    }

    /** About so many round values within the range. */
    List<Double> ticks(int count) {
        double rough = (max - min) / count;
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = magnitude * 10;
        for (double candidate : STEPS) {
            if (candidate * magnitude >= rough) {
                step = candidate * magnitude;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(min / step) * step; tick <= max; tick += step) {
            ticks.add(Math.abs(tick) < step / 1000 ? 0 : tick);
        }
        return ticks;
    }
}
