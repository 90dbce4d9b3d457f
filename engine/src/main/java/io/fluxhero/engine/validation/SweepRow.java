package io.fluxhero.engine.validation;

import io.fluxhero.engine.backtest.RunSummary;
import io.fluxhero.engine.performance.Metrics;

/**
 * One candidate and how it did.
 *
 * @param metrics those of a single run, bit for bit
 * @param evidence of its returns
 * @param blocks of its returns, for {@link BacktestOverfitting}; none below {@link BacktestOverfitting#MOST_BLOCKS} returns
 */
public record SweepRow(
        Candidate candidate, String configHash, Metrics metrics, SharpeEvidence evidence, BlockSums blocks) {

    static SweepRow of(Candidate candidate, RunSummary run) {
        boolean isLong = run.returns().count() >= BacktestOverfitting.MOST_BLOCKS;
        return new SweepRow(
                candidate,
                run.configHash(),
                run.metrics(),
                SharpeEvidence.of(run.returns(), 0),
                isLong
                        ? BlockSums.ofEquity(run.equity(), BacktestOverfitting.MOST_BLOCKS)
                        : new BlockSums(0, new double[0], new double[0]));
    }
}
