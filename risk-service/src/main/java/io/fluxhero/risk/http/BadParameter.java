package io.fluxhero.risk.http;

/** A parameter of a request is not what it should be. */
class BadParameter extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    BadParameter(String field, String detail) {
        super(detail);
        this.field = field;
    }

    String field() {
        return field;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
