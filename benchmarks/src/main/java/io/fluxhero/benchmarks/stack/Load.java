package io.fluxhero.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * Many symbols on the synthetic feed: first as fast as it goes, to learn what the machine holds, then for a while at
 * seven tenths of that, to see that nothing is lost, that no queue grows, and how late things arrive.
 */
public final class Load {

    private static final double SHARE_OF_THE_HIGHEST = 0.7;
    private static final int HOPS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final LoadOptions options;
    private final Path home;

    private Load(LoadOptions options, Path home) {
        this.options = options;
        this.home = home;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        LoadOptions options;
        try {
            options = LoadOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "; see ./fluxhero load --help");
            System.exit(2);
            return;
        }
        Path home = Path.of(System.getProperty("fluxhero.home", "")).toAbsolutePath();
        System.exit(new Load(options, home).run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, ExecutionException {
        try (Stack stack = new Stack(home)) {
            double rate = options.rate();
            if (Double.isNaN(rate)) {
                rate = SHARE_OF_THE_HIGHEST * highestRate(stack);
                System.err.printf(Locale.ROOT, "load: at %.2f bars a second from now on%n", rate);
            }
            return measure(stack, rate);
        }
    }

    private double highestRate(Stack stack) throws IOException, InterruptedException {
        System.err.printf("load: %d symbols as fast as they go, for a minute ...%n", options.symbols());
        stack.up(options.symbols(), "max");
        try (Watch watch = new Watch(stack.kafka())) {
            watch.during(WARM_UP);
            long before = watch.decided();
            watch.during(MINUTE);
            double rate = (watch.decided() - before) / (double) MINUTE.toSeconds();
            if (rate == 0) {
                throw new IOException("no bar was decided within a minute: fewer symbols, or give a --rate");
            }
            System.err.printf(
                    Locale.ROOT, "load: %.2f bars a second, %.0f candles a second%n", rate, rate * options.symbols());
            return rate;
        } finally {
            stack.down();
        }
    }

    private boolean measure(Stack stack, double rate) throws IOException, InterruptedException, ExecutionException {
        stack.up(options.symbols(), String.format(Locale.ROOT, "%.3f", rate));
        String kafka = stack.kafka();
        try (Watch watch = new Watch(kafka)) {
            watch.during(WARM_UP);
        }
        System.err.printf(
                "load: measuring for %d minutes, the last of them beside plain clients ...%n", options.minutes());
        PlainChain chain = new PlainChain(kafka, HOPS);
        try (Watch watch = new Watch(kafka)) {
            watch.during(MINUTE.multipliedBy(options.minutes() - 1L));
            Arrivals alone = watch.startOver();
            chain.start(MINUTE, options.symbols(), rate);
            watch.during(MINUTE);
            chain.finish();
            watch.drain(MINUTE);
            LoadReport report = new LoadReport(options, rate, watch, alone, watch.startOver(), chain);
            report.print(System.out);
            Path json = options.json();
            if (json != null) {
                Files.writeString(json, report.json());
            }
            return report.isSound();
        }
    }
}
