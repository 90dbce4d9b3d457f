package io.fluxhero.launcher.shell;

import io.fluxhero.engine.validation.Objective;
import io.fluxhero.engine.validation.WalkForward;
import io.fluxhero.engine.validation.WalkForwardPlan;
import io.fluxhero.engine.validation.WalkForwardResult;
import io.fluxhero.engine.validation.WindowPlan;
import io.fluxhero.launcher.run.LoadedBars;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns on one stretch, trades the next, and moves on. */
@Command(
        name = "walk-forward",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Learns on a stretch of bars, trades the next one, moves on, and joins what was traded.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, whatever the verdict",
            "1:it failed",
            "2:an option is wrong",
            "3:the data or a setting is refused",
            "130:Ctrl+C; the windows that were finished are shown and written"
        })
public final class WalkForwardCommand extends ResearchCommand {

    @Option(
            names = "--train",
            defaultValue = "63",
            paramLabel = "BARS",
            description = "Bars to learn from. Default: ${DEFAULT-VALUE}.")
    private int train = 63;

    @Option(
            names = "--test",
            defaultValue = "21",
            paramLabel = "BARS",
            description = "Bars to trade in each window. Default: ${DEFAULT-VALUE}.")
    private int test = 21;

    @Option(names = "--anchored", description = "Learn from the first bar on, always; else the stretch rolls.")
    private boolean anchored;

    @Option(
            names = "--step",
            defaultValue = "test",
            paramLabel = "test|full",
            description = "Move on by the test, or by the whole window. Default: ${DEFAULT-VALUE}.")
    private String step = "test";

    @Option(
            names = "--vary",
            paramLabel = "KEY=V,V,...",
            description =
                    "A setting and the values that learning chooses from; repeat for more. Without it nothing is learned.")
    private List<String> varied = new ArrayList<>();

    @Option(
            names = "--objective",
            defaultValue = "SHARPE",
            paramLabel = "FIGURE",
            description = "What learning chooses by: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Objective objective = Objective.SHARPE;

    @Option(
            names = "--threshold",
            defaultValue = "0.6",
            paramLabel = "RATIO",
            description = "Share of the windows that must make money, exceeded strictly. Default: ${DEFAULT-VALUE}.")
    private double threshold = 0.6;

    @Mixin
    private final WorkOption work = new WorkOption();

    @Override
    public Integer call() throws IOException {
        LoadedBars loaded = bars();
        WalkForwardPlan plan = windows(loaded);
        Trials trials = new Trials(plan(loaded), varied);
        try (ProgressLine progress = new ProgressLine("walk-forward", err())) {
            WalkForwardResult result =
                    WalkForward.run(plan, trials.experiment(), trials.grid(), work.workers(), progress);
            WalkForwardView view = new WalkForwardView(loaded, result);
            work.deliver(this, view::document, view::write, () -> view.print(out()));
            return result.isComplete() ? 0 : Shell.INTERRUPTED;
        }
    }

    private WalkForwardPlan windows(LoadedBars loaded) {
        try {
            boolean whole = switch (step) {
                case "test" -> false;
                case "full" -> true;
                default -> throw new IllegalArgumentException("--step is test or full, not " + step);
            };
            WindowPlan windows = new WindowPlan(train, test, Math.max(1, test / 2), anchored, whole);
            int bars = loaded.series().size();
            if (bars < windows.fewestBars()) {
                throw new IllegalArgumentException(
                        "%s has %d bars in this range: a walk-forward of %d and %d needs at least %d"
                                .formatted(loaded.file(), bars, train, test, windows.fewestBars()));
            }
            return new WalkForwardPlan(
                    windows, loaded.tradeFrom(), WalkForwardPlan.FEWEST_WARM_UP_BARS, objective, 1, threshold);
        } catch (IllegalArgumentException e) {
            throw new ShellFailure(String.valueOf(e.getMessage()));
        }
    }
}
