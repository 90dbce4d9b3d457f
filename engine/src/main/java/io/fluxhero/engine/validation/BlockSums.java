package io.fluxhero.engine.validation;

import io.fluxhero.engine.performance.EquitySteps;
import java.util.function.IntUnaryOperator;

/**
 * The returns of one run, summed over blocks of equal length: all that combinatorial cross-validation needs, in a few
 * numbers whatever the length of the run. The last returns that fill no block are left out.
 *
 * @param blockLength returns in each block
 * @param sums per block
 * @param squares sums of squares per block
 */
public record BlockSums(int blockLength, double[] sums, double[] squares) {

    /**
     * Of these returns.
     *
     * @throws IllegalArgumentException where there are fewer returns than blocks
     */
    public static BlockSums of(double[] returns, int blocks) {
        return of(returns, index -> index, returns.length, blocks);
    }

    /** Of the returns of this equity. */
    static BlockSums ofEquity(EquitySteps equity, int blocks) {
        return of(equity.changes(), equity::returnOf, equity.returnCount(), blocks);
    }

    /** A return of 0 adds nothing, so the others are enough. */
    private static BlockSums of(double[] values, IntUnaryOperator returnOf, int returns, int blocks) {
        int length = returns / blocks;
        if (length < 1) {
            throw new IllegalArgumentException(returns + " returns do not fill " + blocks + " blocks");
        }
        double[] sums = new double[blocks];
        double[] squares = new double[blocks];
        for (int i = 0; i < values.length; i++) {
            int block = returnOf.applyAsInt(i) / length;
            if (block < blocks) {
                sums[block] += values[i];
                squares[block] += values[i] * values[i];
            }
        }
        return new BlockSums(length, sums, squares);
    }

    int blocks() {
        return sums.length;
    }

    /** Mean over population deviation of the blocks whose bit is set; 0 without deviation, as a run that does nothing. */
    double sharpe(int blockSet) {
        double sum = 0;
        double square = 0;
        for (int b = 0; b < sums.length; b++) {
            if ((blockSet >>> b & 1) == 1) {
                sum += sums[b];
                square += squares[b];
            }
        }
        double n = (double) Integer.bitCount(blockSet) * blockLength;
        double mean = sum / n;
        double variance = square / n - mean * mean;
        return variance > 0 ? mean / StrictMath.sqrt(variance) : 0;
    }
}
