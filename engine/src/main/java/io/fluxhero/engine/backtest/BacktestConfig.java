package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.ConfigHash;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.StrategyConfig;

/**
 * One backtest.
 *
 * @param tradeFrom signals of bars before this open time (epoch milliseconds) are not acted upon; indicators warm up
 * @param riskFreeRate annual, for Sharpe and Sortino
 */
public record BacktestConfig(
        Timeframe timeframe,
        StrategyConfig strategy,
        RiskConfig risk,
        CostModel costs,
        long initialCashMicros,
        long tradeFrom,
        double riskFreeRate) {

    /** First 16 hexadecimal digits of SHA-256 over all of it but {@code tradeFrom}. */
    public String hash() {
        return ConfigHash.of(
                timeframe.code(),
                strategy.hash(),
                risk.hash(),
                costs.commissionPerShare(),
                costs.slippageRatio(),
                costs.impactThreshold(),
                costs.impactRatio(),
                initialCashMicros,
                riskFreeRate);
    }

    /** The same with other capital. */
    public BacktestConfig withInitialCash(long micros) {
        return new BacktestConfig(timeframe, strategy, risk, costs, micros, tradeFrom, riskFreeRate);
    }

    /** The same, traded from another bar on. */
    public BacktestConfig withTradeFrom(long openTime) {
        return new BacktestConfig(timeframe, strategy, risk, costs, initialCashMicros, openTime, riskFreeRate);
    }

    /** The same with other rules. */
    public BacktestConfig withRules(StrategyConfig otherStrategy, RiskConfig otherRisk) {
        return new BacktestConfig(
                timeframe, otherStrategy, otherRisk, costs, initialCashMicros, tradeFrom, riskFreeRate);
    }
}
