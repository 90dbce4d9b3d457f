package io.fluxhero.launcher.parity;

import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.launcher.shell.RecordSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the services decide by, as far as it can be set: the defaults, the variables that they read, then the line. */
public record DecisionSettings(StrategyConfig strategy, RiskConfig risk) {

    /** What each of them sets; the distance of trend stops is the strategy's, and in the report of risk. */
    private static final Map<String, List<String>> VARIABLES = Map.of(
            "FLUXHERO_STRATEGY_MODES", List.of("strategy.modes"),
            "FLUXHERO_ALLOW_SHORT", List.of("strategy.allow-short"),
            "FLUXHERO_MAX_RISK_PCT_TREND", List.of("risk.risk-per-trade-trend"),
            "FLUXHERO_MAX_RISK_PCT_MEAN_REV", List.of("risk.risk-per-trade-mean-reversion"),
            "FLUXHERO_MAX_POSITION_SIZE_PCT", List.of("risk.max-position-ratio"),
            "FLUXHERO_MAX_TOTAL_EXPOSURE_PCT", List.of("risk.max-exposure-ratio"),
            "FLUXHERO_MAX_OPEN_POSITIONS", List.of("risk.max-open-positions"),
            "FLUXHERO_TREND_STOP_ATR_MULTIPLIER", List.of("strategy.trend.trend-stop-atr", "risk.trend-stop-atr"),
            "FLUXHERO_MEAN_REV_STOP_PCT", List.of("strategy.reversion.mean-reversion-stop-ratio"));

    /** Settings of services that saw these variables, with changes such as {@code strategy.trend.entry-band-atr=0.4}. */
    public static DecisionSettings of(Map<String, String> environment, Map<String, String> changes) {
        Map<String, String> wanted = new LinkedHashMap<>();
        VARIABLES.forEach((variable, settings) -> {
            String value = environment.get(variable);
            if (value != null) {
                settings.forEach(setting -> wanted.put(setting, value));
            }
        });
        wanted.putAll(changes);
        return new DecisionSettings(StrategyConfig.defaults(), RiskConfig.defaults()).with(wanted);
    }

    /** The same with changes. */
    public DecisionSettings with(Map<String, String> changes) {
        return RecordSettings.with(this, changes, Set.of());
    }
}
