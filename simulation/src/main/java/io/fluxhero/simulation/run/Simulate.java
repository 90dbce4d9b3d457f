package io.fluxhero.simulation.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The command: runs seeds, shows how far it is, prints what was found, and the smallest trace of the first failure. */
public final class Simulate {

    private static final boolean ON_TERMINAL = Boolean.getBoolean("fluxhero.terminal");
    private static final long PROGRESS_MILLIS = ON_TERMINAL ? 1_000 : 30_000;
    private static final String PROGRESS = "%,d of %,d seeds, %,.0f/s, %d:%02d to go, violations %d";
    private static final long PATIENCE_AT_STOP_SECONDS = 20;
    private static final int VIOLATED = 1;
    private static final int MISUSED = 2;
    private static final Logger ROOT = Logger.getLogger("");

    private final Request request;
    private final PrintStream out;
    private final PrintStream err;

    Simulate(Request request, PrintStream out, PrintStream err) {
        this.request = request;
        this.out = out;
        this.err = err;
    }

    /**
     * What is asked for.
     *
     * @param json file for the report, absent for none
     * @param trace whether the trace of a single seed is printed whole
     */
    record Request(
            long seeds, long from, int threads, @Nullable Path json, boolean trace) {

        static Request of(List<String> arguments) {
            long seeds = 10_000;
            long from = 0;
            int threads = Runtime.getRuntime().availableProcessors();
            Path json = null;
            boolean trace = false;
            for (int i = 0; i < arguments.size(); i++) {
                String name = arguments.get(i);
                boolean hasValue = i + 1 < arguments.size();
                if (name.equals("--trace")) {
                    trace = true;
                    continue;
                }
                if (!hasValue) {
                    throw new IllegalArgumentException(name + " is not known, or needs a value");
                }
                String value = arguments.get(++i);
                switch (name) {
                    case "--seeds" -> seeds = number(name, value, 1);
                    case "--from" -> from = number(name, value, 0);
                    case "--threads" -> threads = Math.toIntExact(number(name, value, 1));
                    case "--json" -> json = Path.of(value);
                    default -> throw new IllegalArgumentException("simulate knows no " + name);
                }
            }
            return new Request(seeds, from, threads, json, trace);
        }

        private static long number(String name, String value, long least) {
            try {
                long number = Long.parseLong(value);
                if (number >= least) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " wants a whole number, not " + value, e);
            }
            throw new IllegalArgumentException(name + " must be at least " + least + ", is " + value);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        // What the services log about worlds that never were is for nobody.
        ROOT.setLevel(Level.OFF);
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        Request request;
        try {
            request = Request.of(arguments);
        } catch (IllegalArgumentException e) {
            err.println("fluxhero simulate: " + e.getMessage());
            return MISUSED;
        }
        return new Simulate(request, out, err).run();
    }

    private int run() throws InterruptedException {
        if (request.trace() && request.seeds() == 1) {
            return tell(Simulation.of(request.from(), Scope.WHOLE.readable()));
        }
        Campaign campaign = new Campaign(
                request.from(), request.seeds(), request.threads(), seed -> Simulation.of(seed, Scope.WHOLE));
        CountDownLatch reported = new CountDownLatch(1);
        Thread onInterrupt = new Thread(() -> stop(campaign, reported), "stop");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        Thread progress = Thread.ofPlatform().daemon().name("progress").start(() -> show(campaign));
        Report report = campaign.run();
        progress.interrupt();
        int code = finish(report);
        reported.countDown();
        return code;
    }

    /** Ctrl+C: what has begun ends, and is reported. */
    private static void stop(Campaign campaign, CountDownLatch reported) {
        campaign.stop();
        try {
            if (!reported.await(PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("fluxhero simulate: a seed does not end, its report is lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Campaign campaign) {
        try {
            while (true) {
                Thread.sleep(PROGRESS_MILLIS);
                Report now = campaign.report();
                double rate = now.seeds() / now.seconds();
                long left = Math.round((request.seeds() - now.seeds()) / Math.max(rate, 0.001));
                err.print(String.format(
                        Locale.ROOT,
                        ON_TERMINAL ? "\r" + PROGRESS + "   " : PROGRESS + "%n",
                        now.seeds(),
                        request.seeds(),
                        rate,
                        left / 60,
                        left % 60,
                        now.violations()));
                err.flush();
            }
        } catch (InterruptedException e) {
            err.print(ON_TERMINAL ? "\r" : "");
        }
    }

    private int finish(Report report) {
        out.println();
        out.print(report.text());
        for (Outcome failure : report.failures()) {
            failure.violation()
                    .ifPresent(violation -> out.println(
                            "seed " + failure.seed() + ": " + violation.invariant() + ": " + violation.detail()));
        }
        if (!report.failures().isEmpty()) {
            long seed = report.failures().getFirst().seed();
            out.println("\nsmallest trace of seed " + seed + " (again: ./fluxhero simulate --seeds 1 --from " + seed
                    + " --trace):");
            Shrink shrink = new Shrink(scope -> Simulation.of(seed, scope));
            print(shrink.smallest(report.failures().getFirst(), Scope.WHOLE));
        }
        out.flush();
        return write(report) && report.violations() == 0 ? 0 : VIOLATED;
    }

    private boolean write(Report report) {
        Path file = request.json();
        if (file == null) {
            return true;
        }
        try {
            Files.writeString(file, report.json() + "\n", StandardCharsets.UTF_8);
            return true;
        } catch (IOException e) {
            err.println("fluxhero simulate: the report could not be written to " + file + ": " + e.getMessage());
            return false;
        }
    }

    private int tell(Outcome outcome) {
        print(outcome);
        out.println("events " + outcome.events() + ", hash " + Long.toHexString(outcome.hash()));
        return outcome.violation().isPresent() ? VIOLATED : 0;
    }

    private void print(Outcome outcome) {
        outcome.trace().forEach(out::println);
        out.println("faults " + outcome.struck().stream().sorted().toList());
        outcome.violation()
                .ifPresent(violation -> out.println("VIOLATED " + violation.invariant() + ": " + violation.detail()));
    }
}
