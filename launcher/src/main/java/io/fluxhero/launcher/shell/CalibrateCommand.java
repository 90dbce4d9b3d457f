package io.fluxhero.launcher.shell;

import io.fluxhero.engine.validation.Calibration;
import io.fluxhero.engine.validation.RollingCalibration;
import io.fluxhero.launcher.run.LoadedBars;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Parameters that fit what the bars usually do, each set made of bars before those it is for. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Finds parameters as percentiles of what the bars usually do, again and again along the history, each"
                        + " time from the bars before; says which hold now, and how much they move.",
        footer = {
            "",
            "The settings fit the bars they were made of: use them on later ones. A backtest over the same bars flatters"
                    + " them. With --out they are in settings.properties, which --config reads."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it failed",
            "2:an option is wrong",
            "3:the data is refused, or there are too few bars",
            "130:Ctrl+C; the calibrations that were finished are shown and written"
        })
public final class CalibrateCommand extends ShellCommand {

    @Mixin
    private final BarsOption bars = new BarsOption();

    @Option(
            names = "--look-back",
            defaultValue = "252",
            paramLabel = "BARS",
            description = "Bars that a calibration is made of, 100 at the least. Default: ${DEFAULT-VALUE}.")
    private int lookBack = RollingCalibration.LOOK_BACK;

    @Option(
            names = "--every",
            defaultValue = "21",
            paramLabel = "BARS",
            description = "Bars from one calibration to the next. Default: ${DEFAULT-VALUE}.")
    private int every = RollingCalibration.EVERY;

    @Mixin
    private final WorkOption work = new WorkOption();

    @Override
    public Integer call() throws IOException {
        LoadedBars loaded = bars.load(err());
        try (ProgressLine progress = new ProgressLine("calibrate", err())) {
            CalibrationView view = new CalibrationView(loaded, lookBack, every, rolling(loaded, progress));
            work.deliver(this, view::document, view::write, () -> view.print(out()));
            return view.isComplete() ? 0 : Shell.INTERRUPTED;
        }
    }

    private RollingCalibration rolling(LoadedBars loaded, ProgressLine progress) {
        int count = loaded.series().size();
        if (count < Calibration.FEWEST_BARS) {
            throw new ShellFailure("%s has %d bars in this range: a calibration needs %d"
                    .formatted(loaded.file(), count, Calibration.FEWEST_BARS));
        }
        try {
            return RollingCalibration.of(loaded.candles(), lookBack, every, work.workers(), progress);
        } catch (IllegalArgumentException e) {
            throw new ShellFailure(String.valueOf(e.getMessage()));
        }
    }
}
