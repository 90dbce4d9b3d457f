package io.fluxhero.backtest;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;

/** Settings of this service; {@code application.properties} names the environment variables. */
@ConfigMapping(prefix = "fluxhero.backtest")
public interface BacktestProperties {

    /** Shared secret of the services: what we show and what we ask for. */
    String serviceSecret();

    /** Capital of a run that names none, money. */
    BigDecimal initialCapital();

    /** Bar length of a run that names none, as a code. */
    String timeframe();
}
