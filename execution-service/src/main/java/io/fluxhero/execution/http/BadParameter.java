package io.fluxhero.execution.http;

/** A request parameter that cannot be used as it is. */
public final class BadParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    BadParameter(String field, String detail) {
        super(detail);
        this.field = field;
    }

    String field() {
        return field;
    }
}
