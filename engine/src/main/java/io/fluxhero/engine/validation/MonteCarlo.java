package io.fluxhero.engine.validation;

import org.jspecify.annotations.Nullable;

/**
 * Other ways in which the same returns or trades could have come (domain specification g.11). Each path has a generator
 * of its own, seeded by its number, so a path is the same whoever computes it and whenever.
 */
public final class MonteCarlo {

    private final MonteCarloPlan plan;
    private final double[] source;

    /**
     * Over what happened.
     *
     * @param source returns as fractions, or the net profits of trades in money where the plan draws trades
     * @throws IllegalArgumentException where there is nothing to draw from
     */
    public MonteCarlo(MonteCarloPlan plan, double[] source) {
        if (source.length == 0) {
            throw new IllegalArgumentException("there is nothing to draw from");
        }
        this.plan = plan;
        this.source = source.clone();
    }

    /** One path by its number, from 0. */
    public PathOutcome path(int index) {
        RandomSource random = RandomSource.ofPath(plan.seed(), index);
        Walk walk = new Walk(plan);
        switch (plan.resampling()) {
            case RETURNS, TRADES -> {
                for (int i = 0; i < plan.periods(); i++) {
                    walk.step(source[random.nextInt(source.length)]);
                }
            }
            case RETURN_BLOCKS -> blocks(random, walk);
            case TRADE_SHUFFLE -> shuffle(random, walk);
        }
        return walk.outcome();
    }

    private void blocks(RandomSource random, Walk walk) {
        int at = 0;
        for (int i = 0; i < plan.periods(); i++) {
            at = i % plan.blockLength() == 0 ? random.nextInt(source.length) : (at + 1) % source.length;
            walk.step(source[at]);
        }
    }

    /** Fisher and Yates, as Durstenfeld (1964) has it. */
    private void shuffle(RandomSource random, Walk walk) {
        double[] order = source.clone();
        for (int i = order.length - 1; i >= 0; i--) {
            int chosen = random.nextInt(i + 1);
            double taken = order[chosen];
            order[chosen] = order[i];
            walk.step(taken);
        }
    }

    /** All paths; those done are summed up where it is cancelled. */
    public MonteCarloResult run(Workers workers, Progress progress) {
        @Nullable PathOutcome[] outcomes = new PathOutcome[plan.paths()];
        workers.carryOut(outcomes.length, index -> {
            if (!progress.isCancelled()) {
                outcomes[index] = path(index);
                progress.pieceDone(outcomes.length);
            }
        });
        return MonteCarloResult.of(plan, outcomes);
    }

    /** A value on its way. */
    private static final class Walk {

        private final boolean adds;
        private final double goal;
        private final double bust;
        private double value;
        private double peak;
        private double deepest;
        private boolean reachedGoal;
        private boolean wentBust;

        Walk(MonteCarloPlan plan) {
            adds = plan.drawsTrades();
            goal = plan.initial() * plan.goalRatio();
            bust = plan.initial() * plan.bustRatio();
            value = plan.initial();
            peak = value;
        }

        void step(double change) {
            value = adds ? value + change : value * (1 + change);
            peak = Math.max(peak, value);
            deepest = Math.min(deepest, (value - peak) / peak);
            if (!reachedGoal && !wentBust) {
                reachedGoal = value >= goal;
                wentBust = value <= bust;
            }
        }

        PathOutcome outcome() {
            return new PathOutcome(value, deepest * 100, reachedGoal, wentBust);
        }
    }
}
