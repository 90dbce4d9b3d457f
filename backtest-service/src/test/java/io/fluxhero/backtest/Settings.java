package io.fluxhero.backtest;

import java.math.BigDecimal;
import java.time.Duration;

/** Settings with room for two runs of a thousand bars. */
public final class Settings implements BacktestProperties {

    @Override
    public String serviceSecret() {
        return "unused";
    }

    @Override
    public BigDecimal initialCapital() {
        return new BigDecimal("100000");
    }

    @Override
    public String timeframe() {
        return "1d";
    }

    @Override
    public int mostRuns() {
        return 2;
    }

    @Override
    public int mostBars() {
        return 1_000;
    }

    @Override
    public Duration timeLimit() {
        return Duration.ofMinutes(10);
    }
}
