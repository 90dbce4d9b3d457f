package io.fluxhero.launcher.shell;

import io.fluxhero.launcher.report.PdfFile;
import io.fluxhero.launcher.report.ReportPage;
import io.fluxhero.launcher.run.BacktestRun;
import io.fluxhero.launcher.run.Json;
import io.fluxhero.launcher.run.LoadedBars;
import io.fluxhero.launcher.run.RunDocument;
import io.fluxhero.launcher.run.RunFiles;
import io.fluxhero.launcher.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The live rules over the bars of a file. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the rules of live trading over the bars of a file and says how it went.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, whatever the verdict",
            "1:it failed; FLUXHERO_DEBUG=1 shows where",
            "2:an option is wrong",
            "3:the data or a setting is refused, the message says why",
            "130:Ctrl+C"
        })
public final class BacktestCommand extends ResearchCommand {

    private static final int FEWEST_BARS = 70;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Write report.html, trades.csv, equity.csv and result.json here.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON document instead of the summary.")
    private boolean json;

    @Option(names = "--pdf", description = "Write report.pdf too; needs --out.")
    private boolean pdf;

    @Override
    public Integer call() throws IOException {
        if (pdf && out == null) {
            throw wrong("--pdf needs --out FOLDER, where report.pdf is written");
        }
        BacktestRun run = run();
        if (out != null) {
            List<Path> written = new ArrayList<>(new RunFiles(out).write(run));
            written.add(Files.writeString(out.resolve("report.html"), ReportPage.forScreen(run)));
            if (pdf) {
                PdfFile.write(run, out.resolve("report.pdf"));
                written.add(out.resolve("report.pdf"));
            }
            written.forEach(file -> err().println("wrote " + file));
        }
        if (json) {
            out().println(Json.of(new RunDocument(run).fields()));
        } else {
            new Summary(run, out()).print();
        }
        return 0;
    }

    private BacktestRun run() throws IOException {
        LoadedBars loaded = bars();
        if (loaded.series().size() < FEWEST_BARS) {
            throw new ShellFailure("%s has %d bars in this range: a backtest needs at least %d"
                    .formatted(loaded.file(), loaded.series().size(), FEWEST_BARS));
        }
        return plan(loaded).run();
    }
}
