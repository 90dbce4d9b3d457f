package io.fluxhero.launcher.parity;

/** Why a run cannot be decided again. */
public final class CannotCheck extends Exception {

    private static final long serialVersionUID = 1L;

    CannotCheck(String reason) {
        super(reason);
    }

    CannotCheck(String reason, Throwable cause) {
        super(reason, cause);
    }
}
