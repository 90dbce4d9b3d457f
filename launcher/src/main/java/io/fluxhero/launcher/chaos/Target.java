package io.fluxhero.launcher.chaos;

import io.fluxhero.launcher.home.ProcessMark;
import io.fluxhero.launcher.home.RunState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be struck. */
public enum Target {
    MARKET_DATA("market-data-service"),
    SIGNAL("signal-service"),
    RISK("risk-service"),
    EXECUTION("execution-service"),
    BACKTEST("backtest-service"),
    GATEWAY("api-gateway"),
    KAFKA("kafka"),
    POSTGRES("postgres");

    /** What is struck when nothing is said: everything that has a part in an order, and the door. */
    public static final Set<Target> USUAL = EnumSet.complementOf(EnumSet.of(BACKTEST));

    private final String process;

    Target(String process) {
        this.process = process;
    }

    /** Its name on the command line, for example {@code market-data}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads labels that are separated by commas.
     *
     * @throws IllegalArgumentException where one is none, with those that there are
     */
    public static Set<Target> parse(String labels) {
        Set<Target> targets = EnumSet.noneOf(Target.class);
        for (String label : labels.split(",", -1)) {
            targets.add(Arrays.stream(values())
                    .filter(target -> target.label().equals(label.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such target: '" + label.strip()
                            + "'; there are "
                            + Arrays.stream(values()).map(Target::label).collect(Collectors.joining(", ")))));
        }
        return targets;
    }

    /** Its process in a running stack, absent between two lives. */
    Optional<ProcessMark> in(RunState stack) {
        return switch (this) {
            case KAFKA -> Optional.ofNullable(stack.kafkaProcess());
            case POSTGRES -> Optional.ofNullable(stack.postgresProcess());
            default ->
                stack.services().stream()
                        .filter(service -> service.name().equals(process))
                        .findFirst()
                        .flatMap(service -> Optional.ofNullable(service.process()));
        };
    }
}
