package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Candle;
import java.util.List;
import java.util.SortedMap;

/** Runs the chain of live trading in one loop: strategy, portfolio, simulated broker. */
public final class Backtest {

    private Backtest() {}

    /**
     * Runs it.
     *
     * @param candles complete bars by symbol, each strictly rising in time; bars before {@code tradeFrom} warm up
     */
    public static BacktestResult run(BacktestConfig config, SortedMap<String, List<Candle>> candles) {
        throw new UnsupportedOperationException("skeleton");
    }
}
