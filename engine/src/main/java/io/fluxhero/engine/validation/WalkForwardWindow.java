package io.fluxhero.engine.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of bars to learn from and the stretch after it to be tested on. Ends are exclusive.
 *
 * @param index its number, from 0
 */
public record WalkForwardWindow(int index, int trainFrom, int trainTo, int testFrom, int testTo) {

    /**
     * What is wrong with a sequence of windows, in words; empty where nothing is. Training must end before its test begins,
     * and no bar may be tested twice; training of a later window may use bars that an earlier one tested.
     */
    public static List<String> leaks(List<WalkForwardWindow> windows) {
        List<String> findings = new ArrayList<>();
        int tested = Integer.MIN_VALUE;
        for (WalkForwardWindow window : windows) {
            if (window.trainTo > window.testFrom) {
                findings.add("window " + window.index + " trains up to bar " + window.trainTo + " and tests from bar "
                        + window.testFrom);
            }
            if (window.testFrom < tested) {
                findings.add("window " + window.index + " tests from bar " + window.testFrom
                        + ", which was tested before: the test before ends at bar " + tested);
            }
            if (window.trainFrom >= window.trainTo || window.testFrom >= window.testTo) {
                findings.add("window " + window.index + " has an empty part");
            }
            tested = Math.max(tested, window.testTo);
        }
        return findings;
    }
}
