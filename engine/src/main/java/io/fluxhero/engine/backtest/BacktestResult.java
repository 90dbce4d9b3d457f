package io.fluxhero.engine.backtest;

import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.performance.Moments;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Decision;
import java.util.List;

/**
 * What a backtest gives.
 *
 * @param times bar open times of the traded part, epoch milliseconds; to be read only, for it may be the column of the series
 * @param equity at the close of each of them, money
 * @param openPositions held when the data ended, marked at the last close
 * @param denied what risk refused
 * @param alerts what the account warned of, halts included
 * @param returns moments of the returns from bar to bar
 * @param verdicts the answer of the strategy to every traded bar, in time and symbol order; empty unless asked for
 */
public record BacktestResult(
        String configHash,
        long[] times,
        double[] equity,
        List<ClosedTrade> trades,
        List<AccountState.Position> openPositions,
        List<Decision.Denied> denied,
        List<Decision.Alert> alerts,
        Metrics metrics,
        Moments returns,
        List<BarVerdict> verdicts) {}
