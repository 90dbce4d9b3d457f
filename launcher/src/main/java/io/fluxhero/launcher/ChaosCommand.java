package io.fluxhero.launcher;

import io.fluxhero.launcher.chaos.Campaign;
import io.fluxhero.launcher.chaos.Target;
import io.fluxhero.launcher.home.Leftovers;
import io.fluxhero.launcher.home.LockFile;
import io.fluxhero.launcher.home.RunStateFile;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.stack.StartFailed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Kills parts of a stack of its own, again and again, and says what the books lost by it. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a stack of its own that trades a lot, then kills (-9) or freezes its parts, half of the time while an"
                    + " order is in flight; after each blow everything must come back and the books must be in order."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing was lost, doubled or orphaned, and no rule of the audit was broken",
            "1:something was, or a part did not come back",
            "2:the options make no sense, or no stack could be started"
        })
final class ChaosCommand implements Callable<Integer> {

    private static final String MARK = "made-by-chaos";
    private static final int FOUND = 1;
    private static final int NO_RUN = 2;
    private static final long PATIENCE_AT_END_SECONDS = 120;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--cycles", paramLabel = "N", defaultValue = "20", description = "Blows, at least 1. Default: 20.")
    private int cycles = 20;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the blows and of the market. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--targets",
            paramLabel = "A,B",
            description =
                    "Of market-data, signal, risk, execution, backtest, gateway, kafka, postgres. Default: all but"
                            + " backtest.")
    private @Nullable String targets;

    @Option(
            names = "--speed",
            paramLabel = "BARS",
            defaultValue = "4",
            description = "Bars a second of each of four symbols. Default: 4.")
    private double speed = 4;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report there too.")
    private @Nullable Path json;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Where its stack lives; what is there of an earlier campaign is dropped. Default: chaos below"
                    + " the folder of the usual stack.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        Set<Target> chosen = checked();
        StateFolder folder =
                new StateFolder(data == null ? new DataFolder().state().root().resolve("chaos") : data);
        refuseForeign(folder);
        folder.create();
        Optional<LockFile> lock = LockFile.tryHold(folder.stackLock());
        if (lock.isEmpty()) {
            spec().commandLine().getErr().println("fluxhero: a stack is running in " + folder.root());
            return NO_RUN;
        }
        try (LockFile held = lock.get()) {
            Files.writeString(folder.root().resolve(MARK), "./fluxhero chaos drops what is in this folder\n");
            RunStateFile file = new RunStateFile(folder);
            file.read().ifPresent(Leftovers::end);
            file.delete();
            InfrastructureLog.begin(folder);
            Narrator narrator = new Narrator(folder, new PrintWriter(Writer.nullWriter()));
            PrintWriter out = spec().commandLine().getOut();
            return run(
                    new Campaign(
                            DataFolder.home(), folder, seed, chosen, cycles, String.valueOf(speed), out, narrator::say),
                    out);
        }
    }

    private int run(Campaign campaign, PrintWriter out) throws IOException {
        Thread worker = Thread.currentThread();
        CountDownLatch told = new CountDownLatch(1);
        Thread hook = new Thread(() -> end(worker, told), "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            campaign.run();
            out.println();
            out.print(campaign.report().asText());
            out.flush();
            if (json != null) {
                Files.writeString(json, campaign.report().asJson() + "\n");
            }
            return campaign.report().isClean() ? 0 : FOUND;
        } catch (StartFailed e) {
            spec().commandLine().getErr().println("fluxhero: " + e.getMessage());
            return NO_RUN;
        } finally {
            told.countDown();
        }
    }

    /** Runs when the process is asked to end: what is finished is told first. */
    private static void end(Thread worker, CountDownLatch told) {
        if (told.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            if (!told.await(PATIENCE_AT_END_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("fluxhero: gave up waiting for the stack to stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<Target> checked() {
        if (cycles < 1) {
            throw bad("--cycles must be at least 1, not " + cycles);
        }
        if (!(speed > 0 && speed <= 1_000)) {
            throw bad("--speed must be above 0 and at most 1000 bars a second, not " + speed);
        }
        if (json != null
                && (json.toAbsolutePath().getParent() == null
                        || !Files.isDirectory(json.toAbsolutePath().getParent()))) {
            throw bad("--json: there is no folder for " + json);
        }
        try {
            return targets == null ? Target.USUAL : Target.parse(targets);
        } catch (IllegalArgumentException e) {
            throw bad("--targets: " + e.getMessage());
        }
    }

    private void refuseForeign(StateFolder folder) {
        boolean ours = Files.exists(folder.root().resolve(MARK));
        if (!ours && (Files.exists(folder.postgres()) || Files.exists(folder.kafka()))) {
            throw bad("--data-dir: " + folder.root() + " holds a stack that chaos has not made, and would be dropped");
        }
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        return java.util.Objects.requireNonNull(spec);
    }
}
