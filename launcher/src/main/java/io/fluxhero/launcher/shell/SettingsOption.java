package io.fluxhero.launcher.shell;

import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.engine.strategy.StrategyFactory;
import io.fluxhero.launcher.run.LoadedBars;
import io.fluxhero.launcher.run.RunPlan;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Every parameter of a run: defaults, then a file, then what the line says. */
final class SettingsOption {

    /** What has an option of its own, or comes with the bars. */
    private static final Set<String> HIDDEN = Set.of("timeframe", "initial-cash-micros", "trade-from");

    private static final double RISK_FREE_RATE = 0.04;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "DUAL (by regime), TREND or MEAN_REVERSION. Default: DUAL.")
    private StrategyConfig.@Nullable Modes mode;

    @Option(
            names = "--capital",
            defaultValue = "100000",
            paramLabel = "MONEY",
            description = "Cash at the start. Default: ${DEFAULT-VALUE}.")
    private BigDecimal capital = BigDecimal.valueOf(100_000);

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings, one key=value a line; # begins a comment.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting, for example regression-period=20; may be repeated, and wins over --config.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--strategy",
            defaultValue = DualMode.NAME,
            paramLabel = "NAME",
            description = "Strategy to run. Default: ${DEFAULT-VALUE}. Others come from jars in --strategies.")
    private String strategy = DualMode.NAME;

    @Option(
            names = "--strategies",
            paramLabel = "FOLDER",
            description = "Folder of jars with strategies of your own; settings without a group are theirs.")
    private @Nullable Path strategies;

    /** What to run over these bars. */
    RunPlan plan(LoadedBars bars) throws IOException {
        if (strategy.equals(DualMode.NAME)) {
            BacktestConfig config = config(bars.timeframe(), bars.tradeFrom());
            return RunPlan.of(bars, config, values(config));
        }
        Map<String, String> ours = new LinkedHashMap<>();
        Map<String, String> theirs = new LinkedHashMap<>();
        wanted().forEach((key, value) -> (key.contains(".") || key.startsWith("risk") ? ours : theirs).put(key, value));
        StrategyFactory factory = new StrategyJars(strategies).find(strategy);
        BacktestConfig config = config(bars.timeframe(), bars.tradeFrom(), ours);
        Map<String, Object> all = new LinkedHashMap<>(values(config));
        all.keySet().removeIf(key -> key.startsWith("strategy."));
        all.putAll(theirs);
        return new RunPlan(
                bars, config, all, strategy, Optional.of(StrategyJars.maker(factory, bars.timeframe(), theirs)));
    }

    BacktestConfig config(Timeframe timeframe, long tradeFrom) throws IOException {
        return config(timeframe, tradeFrom, wanted());
    }

    private Map<String, String> wanted() throws IOException {
        Map<String, String> wanted = new LinkedHashMap<>(fromFile());
        wanted.putAll(settings);
        if (mode != null) {
            wanted.put("strategy.modes", mode.name());
        }
        return wanted;
    }

    private BacktestConfig config(Timeframe timeframe, long tradeFrom, Map<String, String> wanted) {
        if (capital.signum() <= 0 || capital.scale() > Micros.SCALE) {
            throw new ShellFailure("--capital " + capital + " must be above 0, with at most 6 decimals");
        }
        BacktestConfig defaults = new BacktestConfig(
                timeframe,
                StrategyConfig.defaults(),
                RiskConfig.defaults(),
                CostModel.defaults(),
                Micros.of(capital),
                tradeFrom,
                RISK_FREE_RATE);
        return RecordSettings.with(defaults, wanted, HIDDEN);
    }

    private Map<String, String> fromFile() throws IOException {
        Map<String, String> read = new LinkedHashMap<>();
        if (config != null) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(config)) {
                properties.load(in);
            } catch (NoSuchFileException e) {
                throw new ShellFailure("there is no file " + config);
            }
            properties.stringPropertyNames().stream()
                    .sorted()
                    .forEach(name -> read.put(name, properties.getProperty(name)));
        }
        return read;
    }

    /** The same configuration with these settings. */
    static BacktestConfig changed(BacktestConfig config, Map<String, String> settings) {
        return RecordSettings.with(config, settings, HIDDEN);
    }

    /** Settings and their values, as {@code --config} reads them. */
    static Map<String, Object> values(BacktestConfig config) {
        return RecordSettings.of(config, HIDDEN);
    }
}
