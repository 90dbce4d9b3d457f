package io.fluxhero.engine.validation;

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
        int length = returns.length / blocks;
        if (length < 1) {
            throw new IllegalArgumentException(returns.length + " returns do not fill " + blocks + " blocks");
        }
        double[] sums = new double[blocks];
        double[] squares = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            double sum = 0;
            double square = 0;
            for (int i = b * length; i < (b + 1) * length; i++) {
                sum += returns[i];
                square += returns[i] * returns[i];
            }
            sums[b] = sum;
            squares[b] = square;
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
