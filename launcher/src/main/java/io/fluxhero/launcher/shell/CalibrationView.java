package io.fluxhero.launcher.shell;

import io.fluxhero.engine.strategy.RecordParameters;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.engine.validation.Calibration;
import io.fluxhero.engine.validation.RollingCalibration;
import io.fluxhero.engine.validation.RollingCalibration.Step;
import io.fluxhero.engine.validation.StabilityReport;
import io.fluxhero.launcher.run.Figure;
import io.fluxhero.launcher.run.LoadedBars;
import io.fluxhero.launcher.run.RunDocument;
import io.fluxhero.launcher.run.Times;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calibrations along a history as text, as one document and as files. */
final class CalibrationView {

    private final LoadedBars bars;
    private final int lookBack;
    private final int every;
    private final List<Step> done;
    private final List<Step> steps;
    private final @Nullable StabilityReport stability;

    /** Of all calibrations, those that hold from a bar on which may be traded. */
    CalibrationView(LoadedBars bars, int lookBack, int every, RollingCalibration rolling) {
        this.bars = bars;
        this.lookBack = lookBack;
        this.every = every;
        done = rolling.steps();
        steps = done.stream()
                .filter(step -> step.holdsFrom() == bars.series().size()
                        || bars.series().openTime(step.holdsFrom()) >= bars.tradeFrom())
                .toList();
        stability = steps.size() < StabilityReport.FEWEST ? null : new RollingCalibration(steps).report();
    }

    boolean isComplete() {
        return done.size() == planned();
    }

    private int planned() {
        return RollingCalibration.planned(bars.series().size(), every);
    }

    /** What the strategy would be told, in the names that --config reads. */
    private static Map<String, Object> settings(Calibration calibration) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("strategy.reversion.rsi-oversold", calibration.rsi().oversold());
        settings.put("strategy.reversion.rsi-overbought", calibration.rsi().overbought());
        settings.put("strategy.trend.entry-band-atr", calibration.multipliers().entry());
        settings.put("strategy.trend.exit-band-atr", calibration.multipliers().exit());
        settings.put("strategy.trend.trend-stop-atr", calibration.multipliers().stop());
        return settings;
    }

    void print(PrintWriter out) {
        out.printf(
                "%s %s, %d of %d calibrations, of at most %d bars, every %d bars%n",
                bars.symbol(), bars.timeframe().code(), done.size(), planned(), lookBack, every);
        if (steps.isEmpty()) {
            out.printf("None holds from a bar in this range%n");
            return;
        }
        Step newest = steps.getLast();
        out.printf("The newest is made of %s to %s, for bars after it%n%n", madeFrom(newest), madeTo(newest));
        Map<String, Object> defaults = StrategyConfig.defaults().parameters();
        out.printf("%-36s  %10s  %10s%n", "setting", "value", "default");
        settings(newest.calibration()).forEach((name, value) -> {
            Object usual = defaults.getOrDefault(name.substring(name.lastIndexOf('.') + 1), Double.NaN);
            out.printf("%-36s  %10s  %10s%n", name, short4(value), short4(usual));
        });
        out.printf("%nAll that was measured%n");
        groups(newest.calibration())
                .forEach((name, group) -> out.printf("%-16s  %s%n", name.replace('_', ' '), words(group)));
        if (stability != null) {
            print(stability, out);
        }
    }

    private static void print(StabilityReport report, PrintWriter out) {
        out.printf("%nStability %s, from 0 to 1: how little they moved%n", Figure.of(report.score(), 2));
        out.printf("%-20s  %10s  %10s  %6s  %6s  %s%n", "parameter", "mean", "deviation", "stable", "score", "drift");
        report.parameters()
                .forEach((name, moved) -> out.printf(
                        "%-20s  %10s  %10s  %6s  %6s  %s%n",
                        name,
                        short4(moved.mean()),
                        short4(moved.deviation()),
                        moved.isStable() ? "yes" : "no",
                        Figure.of(moved.score(), 2),
                        moved.trend().name().toLowerCase(Locale.ROOT)));
    }

    private static String words(Map<String, Object> group) {
        List<String> words = new ArrayList<>();
        group.forEach((name, value) -> words.add(name.replace('_', ' ') + " " + short4(value)));
        return String.join(", ", words);
    }

    private static String short4(Object value) {
        return Figure.of((Double) value, 4);
    }

    /** Everything that a calibration found, by what it was measured of. */
    private static Map<String, Map<String, Object>> groups(Calibration calibration) {
        Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
        groups.put("rsi", figures(calibration.rsi()));
        groups.put("efficiency_ratio", figures(calibration.efficiency()));
        groups.put("volatility_ratio", figures(calibration.volatility()));
        groups.put("golden_alpha", figures(calibration.goldenAlpha()));
        groups.put("atr_multiplier", figures(calibration.multipliers()));
        return groups;
    }

    private static Map<String, Object> figures(Record thresholds) {
        Map<String, Object> figures = new LinkedHashMap<>();
        RecordParameters.of(thresholds).forEach((key, value) -> figures.put(key.replace('-', '_'), value));
        return figures;
    }

    Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("symbol", bars.symbol());
        document.put("timeframe", bars.timeframe().code());
        document.put("look_back", lookBack);
        document.put("every", every);
        document.put("planned_calibrations", planned());
        document.put("complete", isComplete());
        document.put(
                "settings", steps.isEmpty() ? null : settings(steps.getLast().calibration()));
        document.put("stability", stability == null ? null : fields(stability));
        List<Map<String, @Nullable Object>> calibrations = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            calibrations.add(fields(i));
        }
        document.put("calibrations", calibrations);
        document.put("data_hash", bars.dataHash());
        document.put("version", RunDocument.VERSION);
        return document;
    }

    private static Map<String, Object> fields(StabilityReport report) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        report.parameters().forEach((name, moved) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("mean", moved.mean());
            fields.put("std", moved.deviation());
            fields.put("stable", moved.isStable());
            fields.put("score", moved.score());
            fields.put("trend", moved.trend());
            parameters.put(name, fields);
        });
        return Map.of("score", report.score(), "parameters", parameters);
    }

    private Map<String, @Nullable Object> fields(int index) {
        Step step = steps.get(index);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("made_from", madeFrom(step));
        fields.put("made_to", madeTo(step));
        fields.put("bars", step.calibration().bars());
        fields.put("stability", stabilityAt(index));
        fields.putAll(groups(step.calibration()));
        return fields;
    }

    /** Against the one before; undefined for the first. */
    private double stabilityAt(int index) {
        return index == 0
                ? Double.NaN
                : steps.get(index)
                        .calibration()
                        .parameters()
                        .stabilityAgainst(steps.get(index - 1).calibration().parameters());
    }

    private String madeFrom(Step step) {
        return time(step.holdsFrom() - step.calibration().bars());
    }

    private String madeTo(Step step) {
        return time(step.holdsFrom() - 1);
    }

    private String time(int bar) {
        return Times.text(bars.series().openTime(bar), bars.timeframe());
    }

    List<Path> write(Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        written.add(calibrations(folder.resolve("calibrations.csv")));
        if (!steps.isEmpty()) {
            written.add(settings(folder.resolve("settings.properties"), steps.getLast()));
        }
        return written;
    }

    private Path settings(Path file, Step newest) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# " + bars.symbol() + " " + bars.timeframe().code() + ", made of " + madeFrom(newest) + " to "
                + madeTo(newest) + ": for bars after it");
        settings(newest.calibration()).forEach((key, value) -> lines.add(key + "=" + value));
        return Files.write(file, lines);
    }

    private Path calibrations(Path file) throws IOException {
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file))) {
            for (int i = 0; i < steps.size(); i++) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>(fields(i));
                groups(steps.get(i).calibration()).forEach((name, group) -> {
                    row.remove(name);
                    group.forEach((key, value) -> row.put(name + "_" + key, value));
                });
                if (i == 0) {
                    csv.print(String.join(",", row.keySet()) + "\n");
                }
                List<String> cells = new ArrayList<>();
                row.values()
                        .forEach(value -> cells.add(Double.valueOf(Double.NaN).equals(value) ? "" : value + ""));
                csv.print(String.join(",", cells) + "\n");
            }
        }
        return file;
    }
}
