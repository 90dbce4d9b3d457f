package io.fluxhero.engine.validation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Probability of backtest over-fitting by combinatorially symmetric cross-validation: Bailey, Borwein, Lopez de Prado
 * and Zhu (2015). The time line is cut into S blocks; for each choice of half of them the best run of that half is looked
 * up in the other half. The probability is the share of choices in which it is no better there than the median run:
 * logit {@code ln(w / (1 - w))} of its relative rank {@code w = rank / (N + 1)} at most 0.
 *
 * @param combinations choices looked at: S over S/2
 * @param probability share of them that failed, 0 to 1
 * @param medianLogit of all choices; the further above 0, the better the choice holds
 * @param lossProbability share of choices whose best run had a Sharpe ratio below 0 in the other half
 */
public record BacktestOverfitting(int combinations, double probability, double medianLogit, double lossProbability) {

    /** Most blocks: 16 over 8 is 12,870 choices. */
    public static final int MOST_BLOCKS = 16;

    /**
     * Of a set of runs over the same bars.
     *
     * @param runs at least two, cut into the same even number of blocks
     */
    public static BacktestOverfitting of(List<BlockSums> runs) {
        int blocks = checked(runs);
        int all = (1 << blocks) - 1;
        int[] halves = halvesOf(blocks);
        double[] logits = new double[halves.length];
        int losses = 0;
        for (int i = 0; i < halves.length; i++) {
            int best = best(runs, halves[i]);
            int rest = all & ~halves[i];
            double[] outside = sharpes(runs, rest);
            losses += outside[best] < 0 ? 1 : 0;
            double rank = rank(outside, best) / (runs.size() + 1);
            logits[i] = StrictMath.log(rank / (1 - rank));
        }
        long failed = Arrays.stream(logits).filter(logit -> logit <= 0).count();
        return new BacktestOverfitting(
                halves.length,
                failed / (double) halves.length,
                Percentiles.of(logits).at(0.5),
                losses / (double) halves.length);
    }

    private static int checked(List<BlockSums> runs) {
        int blocks = runs.isEmpty() ? 0 : runs.getFirst().blocks();
        boolean same = runs.stream().allMatch(run -> run.blocks() == blocks);
        if (runs.size() < 2 || !same || blocks < 2 || blocks % 2 != 0 || blocks > MOST_BLOCKS) {
            throw new IllegalArgumentException(
                    "at least two runs of one even number of blocks, at most " + MOST_BLOCKS + ", are needed");
        }
        return blocks;
    }

    private static int[] halvesOf(int blocks) {
        return IntStream.range(0, 1 << blocks)
                .filter(set -> Integer.bitCount(set) == blocks / 2)
                .toArray();
    }

    private static double[] sharpes(List<BlockSums> runs, int blockSet) {
        double[] sharpes = new double[runs.size()];
        for (int r = 0; r < sharpes.length; r++) {
            sharpes[r] = runs.get(r).sharpe(blockSet);
        }
        return sharpes;
    }

    /** The first of the best. */
    private static int best(List<BlockSums> runs, int blockSet) {
        double[] sharpes = sharpes(runs, blockSet);
        int best = 0;
        for (int r = 1; r < sharpes.length; r++) {
            best = sharpes[r] > sharpes[best] ? r : best;
        }
        return best;
    }

    /** From 1 for the worst to N for the best; equals share the mean of their ranks. */
    private static double rank(double[] values, int of) {
        int below = 0;
        int equal = 0;
        for (double value : values) {
            below += value < values[of] ? 1 : 0;
            equal += value == values[of] ? 1 : 0;
        }
        return below + (equal + 1) / 2.0;
    }
}
