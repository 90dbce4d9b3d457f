package io.fluxhero.backtest.domain;

import org.jspecify.annotations.Nullable;

/** A run that cannot be done, with the part of the request that is at fault. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal. */
    public enum Kind {
        INVALID_REQUEST,
        UNKNOWN_SYMBOL,
        UNKNOWN_RUN,
        NOT_ENOUGH_BARS,
        TOO_MANY_BARS,
        TOO_MANY_RUNS,
        RUN_AT_WORK,
        RUN_CANCELLED,
        RUN_ENDED,
        RUN_TOO_LONG,
        MARKET_DATA_UNAVAILABLE
    }

    private final Kind kind;
    private final @Nullable String field;

    private Refusal(Kind kind, @Nullable String field, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.kind = kind;
        this.field = field;
    }

    public static Refusal of(Kind kind, @Nullable String field, String detail) {
        return new Refusal(kind, field, detail, null);
    }

    public static Refusal invalid(String field, String detail) {
        return of(Kind.INVALID_REQUEST, field, detail);
    }

    public static Refusal unavailable(String detail, Throwable cause) {
        return new Refusal(Kind.MARKET_DATA_UNAVAILABLE, null, detail, cause);
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable String field() {
        return field;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
