package io.fluxhero.engine.validation;

/**
 * What is drawn, how often, and what is asked of it.
 *
 * @param periods length of a path in returns or trades; a shuffle takes all trades once whatever this is
 * @param blockLength returns that stay together, for {@link Resampling#RETURN_BLOCKS}
 * @param initial value at the start of each path, money
 * @param goalRatio final value over initial that ends the hope, for example 1.5; reaching it at any time counts
 * @param bustRatio value over initial at or below which all is over, for example 0.5
 */
public record MonteCarloPlan(
        Resampling resampling,
        int paths,
        int periods,
        int blockLength,
        long seed,
        double initial,
        double goalRatio,
        double bustRatio) {

    /** How a path is put together from what happened. */
    public enum Resampling {
        /** Single returns, drawn with replacement. Efron, Bootstrap methods (1979). */
        RETURNS,
        /**
         * Runs of returns that keep their order, begun anywhere and continued at the front: the circular block bootstrap of
         * Politis and Romano (1992). It keeps what returns have to do with their neighbours.
         */
        RETURN_BLOCKS,
        /** All trades once, in another order: the end is the same, the way is not. */
        TRADE_SHUFFLE,
        /** Single trades, drawn with replacement. */
        TRADES
    }

    public MonteCarloPlan {
        if (paths < 1 || periods < 1 || blockLength < 1 || !(initial > 0)) {
            throw new IllegalArgumentException("paths, periods, block length and initial value must be above 0");
        }
    }

    /** 10,000 paths of 252 daily returns with seed 42, the defaults of the domain specification g.11. */
    public static MonteCarloPlan defaults(double initial) {
        return new MonteCarloPlan(Resampling.RETURNS, 10_000, 252, 20, 42, initial, 2, 0.5);
    }

    /** The same with another way of drawing. */
    public MonteCarloPlan with(Resampling other) {
        return new MonteCarloPlan(other, paths, periods, blockLength, seed, initial, goalRatio, bustRatio);
    }

    boolean drawsTrades() {
        return resampling == Resampling.TRADE_SHUFFLE || resampling == Resampling.TRADES;
    }
}
