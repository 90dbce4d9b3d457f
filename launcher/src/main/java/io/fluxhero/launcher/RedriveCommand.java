package io.fluxhero.launcher;

import io.fluxhero.contracts.Topics;
import io.fluxhero.launcher.home.LockFile;
import io.fluxhero.launcher.home.RunState;
import io.fluxhero.launcher.home.RunStateFile;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.redrive.DeadLetter;
import io.fluxhero.launcher.redrive.DeadLetters;
import io.fluxhero.launcher.redrive.Offsets;
import io.fluxhero.launcher.redrive.Redrive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives messages that could not be handled another chance, once what was wrong is mended. */
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = {
            "Sends dead letters back to the topic that they came from: value, key and headers as they were, to the same"
                    + " partition. Those that were sent before are left out. Mend what refused them first: a letter that"
                    + " fails again is buried again. It comes after what has followed it meanwhile, so look at --dry-run."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all that were meant are sent, now or before",
            "1:nothing was sent, or not all: no such topic or letters, Kafka is away, or the answer was no",
            "2:an option is wrong"
        })
final class RedriveCommand implements Callable<Integer> {

    private static final int CANNOT = 1;
    private static final int PLACES_IN_LOG = 100;
    private static final int REASON_WIDTH = 200;
    private static final int BEGINNING_WIDTH = 40;
    private static final String ROW = "%8s  %-20s  %-12s  %8s  %-12s  %-40s  %s%n";

    private final InstantSource clock = InstantSource.system();

    @Mixin
    private final DataFolder data = new DataFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TOPIC.dlq", description = "For example candles.dlq.")
    private String topic = "";

    @Option(names = "--dry-run", description = "Only say what would be sent.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(names = "--offsets", paramLabel = "RANGES", description = "Only these letters: 3, 5-9, 12- or 3,5-9.")
    private @Nullable String offsets;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Only letters whose reason has this text in it.")
    private @Nullable String reason;

    @Option(
            names = "--again",
            description = "Also those that were sent before. Who has handled one passes it over, for 30 days.")
    private boolean again;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Another Kafka than that of the running stack.")
    private @Nullable String kafka;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String home = checkedHome();
        Offsets wanted = checkedOffsets();
        StateFolder folder = data.state();
        Optional<String> servers = kafka == null
                ? new RunStateFile(folder).read().map(RunState::kafka).filter(address -> !address.isEmpty())
                : Optional.of(kafka);
        if (servers.isEmpty()) {
            return cannot("nothing runs here: ./fluxhero up starts it, or name a Kafka with --kafka");
        }
        // The client tells its whole configuration at INFO, and every try to connect at WARNING.
        Logger.getLogger("").setLevel(Level.SEVERE);
        try (DeadLetters letters = new DeadLetters(servers.get(), topic)) {
            if (dryRun) {
                return redrive(letters, home, wanted, servers.get());
            }
            folder.create();
            Optional<LockFile> lock = LockFile.tryHold(folder.redriveLock());
            if (lock.isEmpty()) {
                return cannot("another redrive is at work in " + folder.root() + ": wait until it is done");
            }
            try (LockFile alone = lock.get()) {
                return redrive(letters, home, wanted, servers.get());
            }
        } catch (KafkaException e) {
            return cannot("Kafka at " + servers.get() + ": " + inWords(e));
        }
    }

    private int redrive(DeadLetters letters, String home, Offsets wanted, String servers)
            throws IOException, InterruptedException {
        Set<String> topics = letters.topics();
        if (!topics.containsAll(List.of(topic, home))) {
            return cannot("no topic '" + (topics.contains(topic) ? home : topic) + "' at " + servers
                    + "; dead letters are on "
                    + topics.stream()
                            .filter(name -> name.endsWith(DeadLetters.ENDING))
                            .collect(Collectors.joining(", ")));
        }
        List<DeadLetter> found = letters.find(letter -> isMeant(letter, wanted));
        if (found.isEmpty()) {
            return cannot(
                    offsets == null && reason == null
                            ? topic + " is empty: there is nothing to send"
                            : "no letter on " + topic + " is one of these: look at all with --dry-run alone");
        }
        Redrive redrive = Redrive.of(found, letters.sentBefore(found), again);
        out().print(table(redrive));
        out().println(summary(redrive, home));
        out().flush();
        Map<DeadLetter.Place, Integer> sent = redrive.sent();
        if (dryRun || sent.isEmpty()) {
            return 0;
        }
        if (!yes && !confirmed(sent.size(), home, servers)) {
            return cannot("nothing was sent; --yes sends without asking");
        }
        String person = System.getProperty("user.name");
        letters.send(sent, person);
        new Narrator(data.state(), out())
                .say("redrive: " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + person + " sent "
                        + messages(sent.size()) + " of " + topic + " back to " + home + " at " + servers + ": "
                        + places(sent.keySet()));
        return 0;
    }

    private static String places(Collection<DeadLetter.Place> places) {
        String first =
                places.stream().limit(PLACES_IN_LOG).map(Object::toString).collect(Collectors.joining(", "));
        return places.size() > PLACES_IN_LOG ? first + " and so on" : first;
    }

    private boolean isMeant(DeadLetter letter, Offsets wanted) {
        return wanted.contains(letter.place().offset())
                && (reason == null
                        || letter.reason().toLowerCase(Locale.ROOT).contains(reason.toLowerCase(Locale.ROOT)));
    }

    private boolean confirmed(int count, String home, String servers) throws IOException {
        out().print("Send " + messages(count) + " to " + home + " at " + servers + "? [y/N] ");
        out().flush();
        BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        String answer = answers.readLine();
        out().println();
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    private static String table(Redrive redrive) {
        StringBuilder table =
                new StringBuilder(ROW.formatted("letter", "buried at", "key", "redriven", "", "begins with", "reason"));
        for (Redrive.Step step : redrive.steps()) {
            DeadLetter letter = step.letter();
            table.append(ROW.formatted(
                    letter.place().partition() + "@" + letter.place().offset(),
                    letter.buriedAt().truncatedTo(ChronoUnit.SECONDS),
                    printable(letter.key(), 12),
                    step.redriven(),
                    step.verdict(),
                    printable(letter.beginning(), BEGINNING_WIDTH),
                    printable(letter.reason(), REASON_WIDTH)));
        }
        return table.toString();
    }

    private String summary(Redrive redrive, String home) {
        String others = Arrays.stream(Redrive.Verdict.values())
                .filter(verdict -> verdict != Redrive.Verdict.SEND && redrive.count(verdict) > 0)
                .map(verdict -> redrive.count(verdict) + " " + verdict)
                .collect(Collectors.joining(", "));
        return messages(redrive.sent().size()) + " to send to " + home
                + (others.isEmpty() ? "" : "; left out: " + others)
                + (!again && redrive.count(Redrive.Verdict.SENT_BEFORE) > 0 ? " (--again sends them too)" : "");
    }

    private String checkedHome() {
        if (!topic.endsWith(DeadLetters.ENDING)) {
            throw bad("'" + topic + "' is no topic of dead letters: those of " + topic + " are on "
                    + Topics.deadLettersOf(topic));
        }
        String home = topic.substring(0, topic.length() - DeadLetters.ENDING.length());
        if (Topics.ALL.stream()
                .anyMatch(known -> known.compacted() && known.name().equals(home))) {
            throw bad(home + " keeps the newest message of a key: an old one would take the place of what is true now");
        }
        return home;
    }

    private Offsets checkedOffsets() {
        try {
            return Offsets.parse(offsets == null ? "0-" : offsets);
        } catch (IllegalArgumentException e) {
            throw bad("--offsets " + e.getMessage());
        }
    }

    private static String messages(int count) {
        return count == 1 ? "1 message" : count + " messages";
    }

    /** What came from anywhere must not move a terminal's cursor. */
    private static String printable(String text, int most) {
        String clean = text.codePoints()
                .map(character -> Character.isISOControl(character) || character == 0xFFFD ? '.' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() <= most ? clean : clean.substring(0, most - 1) + "…";
    }

    private int cannot(String why) {
        spec().commandLine().getErr().println("fluxhero: " + why);
        return CANNOT;
    }

    private static String inWords(KafkaException failure) {
        Throwable cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        return java.util.Objects.requireNonNull(spec);
    }
}
