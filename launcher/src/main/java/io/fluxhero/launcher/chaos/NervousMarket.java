package io.fluxhero.launcher.chaos;

import io.fluxhero.launcher.stack.UpOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A market without end and a strategy that changes its mind at nearly every bar, under limits that let it: the point is
 * many orders, not money.
 */
final class NervousMarket {

    /** Each cycle may strike the same part; it must come back every time. */
    private static final int RESTARTS_PER_MINUTE = 30;

    /** Out of the way of stacks that people start meanwhile, and below the ports that systems hand out by themselves. */
    private static final int PORT_OFFSET = 10_000;

    private static final String STRATEGY = "-Dfluxhero.signal.parameters.entry-band-atr=0.05"
            + " -Dfluxhero.signal.parameters.exit-band-atr=0.05 -Dfluxhero.signal.parameters.volume-rule=false";
    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("FLUXHERO_MARKET_DATA_SYNTHETIC_BARS", "0"),
            Map.entry("FLUXHERO_STRATEGY_MODES", "TREND"),
            Map.entry("FLUXHERO_ALLOW_SHORT", "true"),
            Map.entry("JAVA_TOOL_OPTIONS", STRATEGY),
            Map.entry("FLUXHERO_INITIAL_CAPITAL", "10000000"),
            Map.entry("FLUXHERO_MAX_RISK_PCT_TREND", "0.002"),
            Map.entry("FLUXHERO_MAX_POSITION_SIZE_PCT", "0.10"),
            Map.entry("FLUXHERO_MAX_OPEN_POSITIONS", "8"),
            Map.entry("FLUXHERO_RISK_DRAWDOWN_WARNING", "0.97"),
            Map.entry("FLUXHERO_RISK_DRAWDOWN_RECOVERY", "0.96"),
            Map.entry("FLUXHERO_RISK_DRAWDOWN_HALT", "0.98"),
            Map.entry("FLUXHERO_RISK_DAILY_LOSS_HALT", "0.99"),
            Map.entry("FLUXHERO_RISK_CONCENTRATION_HALT", "1"));

    /** A market that has ended long ago: nothing new comes. */
    static final Map<String, String> ENDED = Map.of("FLUXHERO_MARKET_DATA_SYNTHETIC_BARS", "1");

    private NervousMarket() {}

    static UpOptions options(Path home, long seed, String speed) {
        return new UpOptions(
                home,
                "synthetic",
                speed,
                "ALPHA,BETA,GAMMA,DELTA",
                Optional.empty(),
                Optional.of(seed),
                true,
                Optional.empty(),
                Optional.empty(),
                ENVIRONMENT,
                RESTARTS_PER_MINUTE,
                PORT_OFFSET,
                // The campaign audits by itself, when the moment is right.
                Duration.ZERO);
    }
}
