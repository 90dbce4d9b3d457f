package io.fluxhero.engine.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * How bars are cut into walk-forward windows (domain specification g.10).
 *
 * @param trainBars learned from in each window; in the first one where it is anchored
 * @param testBars tested in each window
 * @param fewestTestBars a last window with fewer is dropped
 * @param isAnchored whether training always begins at the first bar, and grows; else it rolls
 * @param stepsWholeWindows whether a window begins where the test before it ended, so that most bars are never tested; else
 *     tests follow one another without a gap
 */
public record WindowPlan(
        int trainBars, int testBars, int fewestTestBars, boolean isAnchored, boolean stepsWholeWindows) {

    /** Checks that all parts are there. */
    public WindowPlan {
        if (trainBars < 1 || testBars < 1 || fewestTestBars < 1 || fewestTestBars > testBars) {
            throw new IllegalArgumentException(
                    "training and test need bars, and the fewest of a test at most its length: " + trainBars + ", "
                            + testBars + ", " + fewestTestBars);
        }
    }

    /** Rolls by one test, whose half is enough at the end. */
    public static WindowPlan rolling(int trainBars, int testBars) {
        return new WindowPlan(trainBars, testBars, Math.max(1, testBars / 2), false, false);
    }

    /** The same with training from the first bar on. */
    public WindowPlan anchored() {
        return new WindowPlan(trainBars, testBars, fewestTestBars, true, stepsWholeWindows);
    }

    /** The same with another length for the shortest test. */
    public WindowPlan withFewestTestBars(int bars) {
        return new WindowPlan(trainBars, testBars, bars, isAnchored, stepsWholeWindows);
    }

    /** Fewest bars that give a window. */
    public int fewestBars() {
        return trainBars + fewestTestBars;
    }

    /** The windows of so many bars; none below {@link #fewestBars}. */
    public List<WalkForwardWindow> windows(int bars) {
        List<WalkForwardWindow> windows = new ArrayList<>();
        int step = stepsWholeWindows ? trainBars + testBars : testBars;
        for (int start = 0; start + fewestBars() <= bars; start += step) {
            int split = start + trainBars;
            int end = Math.min(split + testBars, bars);
            windows.add(new WalkForwardWindow(windows.size(), isAnchored ? 0 : start, split, split, end));
        }
        return windows;
    }
}
