package io.fluxhero.gateway.live;

import java.time.Duration;

/** A family of topics: how it adds up, and how often one client hears of it. Zero means each change, never merged, never dropped. */
enum Kind {
    PRICES("prices", 1, Fold.LATEST, Duration.ofMillis(250)),
    CANDLES("candles", 2, Fold.COLUMNS, Duration.ofMillis(500)),
    INDICATORS("indicators", 1, Fold.COLUMNS, Duration.ofMillis(500)),
    POSITIONS("positions", 0, Fold.LATEST, Duration.ofSeconds(1)),
    ACCOUNT("account", 0, Fold.LATEST, Duration.ofSeconds(1)),
    RISK("risk", 0, Fold.LATEST, Duration.ofSeconds(1)),
    STATUS("status", 0, Fold.LATEST, Duration.ofSeconds(1)),
    SIGNALS("signals", 0, Fold.ITEMS, Duration.ZERO),
    ORDERS("orders", 0, Fold.ITEMS, Duration.ZERO),
    FILLS("fills", 0, Fold.ITEMS, Duration.ZERO),
    ALERTS("alerts", 0, Fold.ITEMS, Duration.ZERO),
    EVENTS("events", 0, Fold.ITEMS, Duration.ZERO);

    private final String label;
    private final int arguments;
    private final Fold fold;
    private final Duration pace;

    Kind(String label, int arguments, Fold fold, Duration pace) {
        this.label = label;
        this.arguments = arguments;
        this.fold = fold;
        this.pace = pace;
    }

    String label() {
        return label;
    }

    int arguments() {
        return arguments;
    }

    Fold fold() {
        return fold;
    }

    Duration pace() {
        return pace;
    }

    boolean isConflated() {
        return !pace.isZero();
    }
}
