package io.fluxhero.execution.domain.broker;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Alpaca says of an order, in our words (domain specification h.7). */
public enum AlpacaStatus {
    NEW(Meaning.PENDING),
    ACCEPTED(Meaning.PENDING),
    PENDING_NEW(Meaning.PENDING),
    ACCEPTED_FOR_BIDDING(Meaning.PENDING),
    PENDING_CANCEL(Meaning.PENDING),
    PENDING_REPLACE(Meaning.PENDING),
    /** Another order took its place: the successor is followed. */
    REPLACED(Meaning.PENDING),
    /** Rests until the next session. */
    DONE_FOR_DAY(Meaning.PENDING),
    STOPPED(Meaning.PENDING),
    SUSPENDED(Meaning.PENDING),
    HELD(Meaning.PENDING),
    CALCULATED(Meaning.PENDING),
    FILLED(Meaning.FILLED),
    PARTIALLY_FILLED(Meaning.PARTIALLY_FILLED),
    CANCELED(Meaning.CANCELLED),
    CANCELLED(Meaning.CANCELLED),
    EXPIRED(Meaning.CANCELLED),
    REJECTED(Meaning.REJECTED);

    /** The state of an order, as far as money is concerned. */
    public enum Meaning {
        PENDING,
        PARTIALLY_FILLED,
        FILLED,
        CANCELLED,
        REJECTED
    }

    private final Meaning meaning;

    AlpacaStatus(Meaning meaning) {
        this.meaning = meaning;
    }

    public Meaning meaning() {
        return meaning;
    }

    /** The status of this name; empty for one that we do not know, which calls for an alert and changes nothing. */
    public static Optional<AlpacaStatus> parse(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** What a name means; one that we do not know is still pending, since nothing has happened to its money. */
    public static Meaning meaningOf(String name) {
        return parse(name).map(AlpacaStatus::meaning).orElse(Meaning.PENDING);
    }
}
