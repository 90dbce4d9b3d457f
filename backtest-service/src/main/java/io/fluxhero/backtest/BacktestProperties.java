package io.fluxhero.backtest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** Settings of this service; {@code application.properties} names the environment variables. */
@ConfigMapping(prefix = "fluxhero.backtest")
public interface BacktestProperties {

    /** Shared secret of the services: what we show and what we ask for. */
    String serviceSecret();

    /** Capital of a run that names none, money. */
    BigDecimal initialCapital();

    /** Bar length of a run that names none, as a code. */
    String timeframe();

    /** Runs at work at once; one more is refused. */
    @WithDefault("4")
    int mostRuns();

    /** Bars that all runs at work may hold together: what a heap of 192 MiB has room for. */
    @WithDefault("120000")
    int mostBars();

    /** How long a run may work, as far as it can be stopped: between pages of bars and pieces of a walk-forward. */
    @WithDefault("10m")
    Duration timeLimit();
}
