package io.fluxhero.risk.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Settings of the risk service. Ratios are fractions: 0.20 is 20 %. */
@ConfigMapping(prefix = "fluxhero.risk")
interface RiskProperties {

    /** Name of the one account. */
    @WithDefault("PAPER-001")
    String account();

    /** Cash of a new account, in dollars. */
    @WithDefault("100000")
    BigDecimal initialCapital();

    /** The watch-list: these are decided together. */
    List<String> symbols();

    /** Bar length of the strategy, as a code. */
    @WithDefault("1d")
    String timeframe();

    /** How long a bar time waits for a symbol of which nothing is known. */
    @WithDefault("PT2S")
    Duration grace();

    /** How long a bar that exists may wait to be whole before an alert says so. */
    @WithDefault("PT60S")
    Duration barAlertAfter();

    /** How long after the close of its bar an opening order may still be sent to the broker. */
    @WithDefault("PT60S")
    Duration sendWithin();

    /** Where bars come from; everything but a replay happens in real time. */
    @WithDefault("replay")
    String feed();

    /** Where execution-service is. */
    @WithDefault("http://127.0.0.1:8004")
    URI executionUrl();

    /** Password of the doors between services. */
    String serviceSecret();

    /** Most that one request to execution-service may take. */
    @WithDefault("PT1S")
    Duration executionPatience();

    /** Where market-data-service is. */
    @WithDefault("http://127.0.0.1:8001")
    URI marketDataUrl();

    /** Silence of a real-time feed in a session after which open positions are closed. */
    @WithDefault("PT5M")
    Duration staleAfter();

    /** How long each leave to open positions lasts. */
    @WithDefault("PT10S")
    Duration leaseFor();

    /** How often the leave is renewed. */
    @WithDefault("PT2S")
    Duration leaseRenewal();

    /** How often waiting bars are looked at. */
    @WithDefault("PT1S")
    Duration graceCheck();

    /** Lost at the stop, of equity, in trend mode. */
    @WithDefault("0.01")
    double maxRiskPctTrend();

    /** Lost at the stop, of equity, in mean reversion and neutral mode. */
    @WithDefault("0.0075")
    double maxRiskPctMeanRev();

    /** Size in neutral mode against the base size. */
    @WithDefault("0.7")
    double neutralSizeFactor();

    /** One position, of equity. */
    @WithDefault("0.20")
    double maxPositionSizePct();

    /** All positions, of equity. */
    @WithDefault("0.50")
    double maxTotalExposurePct();

    /** Positions at once, pending entries included. */
    @WithDefault("5")
    int maxOpenPositions();

    /** Drawdown from which sizes are reduced. */
    @WithDefault("0.15")
    double drawdownWarning();

    /** Drawdown below which sizes are whole again. */
    @WithDefault("0.13")
    double drawdownRecovery();

    /** Drawdown at which trading stops. */
    @WithDefault("0.20")
    double drawdownHalt();

    /** Size while reduced. */
    @WithDefault("0.5")
    double reducedSizeFactor();

    /** Trailing stop of trend positions, in ATR. */
    @WithDefault("2.5")
    double trendStopAtrMultiplier();

    /** The same while reduced. */
    @WithDefault("2.0")
    double reducedTrendStopAtrMultiplier();

    /** Loss of one session, of its opening equity, at which trading stops. */
    @WithDefault("0.03")
    double dailyLossHalt();

    /** One position, of equity, at which trading stops. */
    @WithDefault("0.50")
    double concentrationHalt();
}
