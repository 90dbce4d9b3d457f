package io.fluxhero.launcher;

import io.fluxhero.launcher.home.Leftovers;
import io.fluxhero.launcher.home.LockFile;
import io.fluxhero.launcher.home.RunState;
import io.fluxhero.launcher.home.RunStateFile;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.postgres.ExternalDatabase;
import io.fluxhero.launcher.stack.Stack;
import io.fluxhero.launcher.stack.StartFailed;
import io.fluxhero.launcher.stack.StatusTable;
import io.fluxhero.launcher.stack.UpOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts everything and watches it until it is told to stop. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts Kafka, Postgres, the six services and the dashboard; Ctrl+C stops all of it.")
final class UpCommand implements Callable<Integer> {

    /** Where the market data comes from. */
    enum Feed {
        REPLAY("SPX"),
        SYNTHETIC("ALPHA,BETA,GAMMA");

        private final String usualSymbols;

        Feed(String usualSymbols) {
            this.usualSymbols = usualSymbols;
        }
    }

    @Mixin
    private final DataFolder data = new DataFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--detach", description = "Return when all is ready and leave it running.")
    private boolean detach;

    @Option(names = "--feed", defaultValue = "replay", description = "replay (real bars, the default) or synthetic.")
    private Feed feed = Feed.REPLAY;

    @Option(
            names = "--speed",
            defaultValue = "5",
            paramLabel = "BARS|max",
            description = "Bars a second, or max. Default: 5.")
    private String speed = "5";

    @Option(
            names = "--symbols",
            paramLabel = "A,B",
            description = "Watch list. Default: SPX; synthetic: ALPHA,BETA,GAMMA.")
    private @Nullable String symbols;

    @Option(names = "--timeframe", paramLabel = "T", description = "Of the strategy. Default: 1d.")
    private @Nullable String timeframe;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "Name of the account; each has a data folder of its own. Default: PAPER-001.")
    private @Nullable String account;

    @Option(names = "--seed", paramLabel = "N", description = "Of the synthetic feed.")
    private @Nullable Long seed;

    @Option(
            names = "--fresh",
            description = "Forget the state of earlier runs first; with --kafka and --postgres there too.")
    private boolean fresh;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Use this broker instead of the embedded one.")
    private @Nullable String kafka;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description = "Use this server: postgresql://user:password@host:port/database, the user may create roles.")
    private @Nullable String postgres;

    @Option(
            names = "--audit-every",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Audit the books so often; violations are told on risk-alerts. 0: never. Default: 60.")
    private int auditEvery = 60;

    @Override
    public Integer call() throws IOException, InterruptedException {
        UpOptions options = options();
        StateFolder folder = data.state();
        folder.create();
        Optional<LockFile> lock = LockFile.tryHold(folder.stackLock());
        if (lock.isEmpty()) {
            return alreadyRunning(folder);
        }
        if (detach) {
            lock.get().close();
            return new Detached(folder)
                    .start(spec().commandLine().getParseResult().originalArgs());
        }
        Narrator narrator = new Narrator(folder, spec().commandLine().getOut());
        try (LockFile held = lock.get()) {
            endLeftovers(folder, narrator);
            if (fresh) {
                folder.dropState();
                folder.create();
            }
            InfrastructureLog.begin(folder);
            return run(new Stack(options, folder, narrator::say), narrator);
        }
    }

    UpOptions options() {
        return new UpOptions(
                DataFolder.home(),
                feed.name().toLowerCase(Locale.ROOT),
                checkedSpeed(),
                (symbols == null ? feed.usualSymbols : symbols)
                        .toUpperCase(Locale.ROOT)
                        .replace(" ", ""),
                Optional.ofNullable(timeframe),
                Optional.ofNullable(seed),
                fresh,
                Optional.ofNullable(kafka).map(this::checkedAddress),
                Optional.ofNullable(postgres).map(this::checkedDatabase),
                account == null ? Map.of() : Map.of("FLUXHERO_ACCOUNT", checkedAccount(account)),
                UpOptions.RESTARTS_PER_MINUTE,
                0,
                checkedAuditEvery());
    }

    private int alreadyRunning(StateFolder folder) {
        Optional<RunState> state = new RunStateFile(folder).read();
        var out = spec().commandLine().getOut();
        if (fresh) {
            spec().commandLine()
                    .getErr()
                    .println("fluxhero: a stack is running in " + folder.root()
                            + ", its state cannot be dropped: ./fluxhero down first");
            return 1;
        }
        out.println("FluxHero is already running in " + folder.root() + "; nothing was changed.");
        state.ifPresent(running -> out.print(StatusTable.of(running)));
        state.ifPresent(running -> out.println(addresses(running)));
        out.flush();
        return 0;
    }

    private static int run(Stack stack, Narrator narrator) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    narrator.say("stopping ...");
                    stack.stop();
                    narrator.say("stopped");
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            stack.start();
        } catch (StartFailed | RuntimeException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            narrator.say(reason);
            stack.fail(reason);
            stack.stop();
            narrator.say("nothing was left running");
            Runtime.getRuntime().removeShutdownHook(hook);
            return 1;
        }
        narrator.say("");
        narrator.say(stack.table());
        narrator.say(addresses(stack.state()));
        ended.await();
        return 0;
    }

    static String addresses(RunState state) {
        return "  dashboard  " + state.dashboardUrl() + "\n  api docs   " + state.gatewayUrl() + "/docs\n";
    }

    private static void endLeftovers(StateFolder folder, Narrator narrator) {
        RunStateFile file = new RunStateFile(folder);
        file.read().ifPresent(before -> {
            int ended = Leftovers.end(before);
            if (ended > 0) {
                narrator.say("ended " + ended + " process(es) of a stack whose launcher was killed");
            }
            file.delete();
        });
    }

    private String checkedSpeed() {
        if (speed.equals("max")) {
            return speed;
        }
        try {
            if (Double.parseDouble(speed) > 0 && !Double.isInfinite(Double.parseDouble(speed))) {
                return speed;
            }
        } catch (NumberFormatException e) {
            throw bad("--speed must be a number of bars a second or max, not " + speed);
        }
        throw bad("--speed must be above 0, not " + speed);
    }

    private String checkedAccount(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            throw bad("--account must be 1 to 40 letters, digits, dots, dashes and underscores, not '" + name + "'");
        }
        return name;
    }

    private Duration checkedAuditEvery() {
        if (auditEvery < 0) {
            throw bad("--audit-every must be 0 or more seconds, not " + auditEvery);
        }
        return Duration.ofSeconds(auditEvery);
    }

    private String checkedAddress(String address) {
        if (!address.matches("[^\\s:,/]+:\\d{1,5}(,[^\\s:,/]+:\\d{1,5})*")) {
            throw bad("--kafka must look like host:9092, not " + address);
        }
        return address;
    }

    private ExternalDatabase checkedDatabase(String url) {
        try {
            return ExternalDatabase.parse(url);
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        return java.util.Objects.requireNonNull(spec);
    }
}
