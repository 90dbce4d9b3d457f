package io.fluxhero.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EquityStepsTest {

    /** A curve that rests for long, as that of an account between trades. */
    private static double[] curve(Random random, int bars) {
        double[] equity = new double[bars];
        double value = 1000;
        for (int i = 0; i < bars; i++) {
            value += random.nextInt(4) == 0 ? random.nextInt(-50, 50) : 0;
            equity[i] = value;
        }
        return equity;
    }

    @Test
    void givesBackTheCurve() {
        Random random = new Random(11);
        for (int bars = 0; bars < 1500; bars += 37) {
            double[] equity = curve(random, bars);
            assertThat(EquitySteps.of(equity).toArray()).isEqualTo(equity);
        }
    }

    @Test
    void equalsWhatIsWorkedOutValueByValueToTheBit() {
        Random random = new Random(12);
        for (int bars = 2; bars < 1500; bars += 41) {
            double[] equity = curve(random, bars);
            double[] returns = EquityCurve.returns(equity);
            EquitySteps steps = EquitySteps.of(equity);
            assertThat(steps.moments()).isEqualTo(Moments.of(returns));
            Double sortino = EquityCurve.sortino(returns, 0.04, 252);
            assertThat(EquityCurve.sortino(steps.changes(), steps.returnCount(), 0.04, 252))
                    .isEqualTo(sortino);
            for (int i = 0; i < steps.changes().length; i++) {
                assertThat(steps.changes()[i]).isEqualTo(returns[steps.returnOf(i)]);
            }
        }
    }

    @Test
    void takesBarsWithoutChangeTogether() {
        EquitySteps steps = new EquitySteps();
        steps.add(100);
        steps.addUnchanged(3);
        steps.add(110);
        assertThat(steps.toArray()).containsExactly(100, 100, 100, 100, 110);
        assertThat(steps.size()).isEqualTo(5);
        assertThat(steps.first()).isEqualTo(100);
        assertThat(steps.last()).isEqualTo(110);
    }

    @Test
    void replacesTheLastValueWhetherItIsAStepOrNot() {
        for (double[] equity : new double[][] {{1, 2, 3}, {1, 2, 2}, {5}, {1, 1}}) {
            for (double last : new double[] {2, 4}) {
                EquitySteps steps = EquitySteps.of(equity);
                steps.replaceLast(last);
                double[] expected = Arrays.copyOf(equity, equity.length);
                expected[expected.length - 1] = last;
                assertThat(steps.toArray()).isEqualTo(expected);
                assertThat(steps.moments()).isEqualTo(EquitySteps.of(expected).moments());
            }
        }
    }

    @Test
    void knowsNothingOfNoBars() {
        assertThat(new EquitySteps().first()).isNaN();
        assertThat(new EquitySteps().last()).isNaN();
        assertThat(new EquitySteps().returnCount()).isZero();
    }
}
