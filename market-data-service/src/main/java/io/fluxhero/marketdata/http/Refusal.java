package io.fluxhero.marketdata.http;

import org.jspecify.annotations.Nullable;

/** A question that has no answer, and whose fault that is. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable String field;

    private Refusal(int status, String code, @Nullable String field, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    static Refusal invalid(String field, String detail) {
        return new Refusal(400, "invalid-request", field, detail);
    }

    static Refusal unknownSymbol(String symbol) {
        return new Refusal(404, "unknown-symbol", "symbol", "no bars of '" + symbol + "' are stored");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    @Nullable
    String field() {
        return field;
    }
}
