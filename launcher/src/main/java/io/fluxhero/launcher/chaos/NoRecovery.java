package io.fluxhero.launcher.chaos;

/** A part that did not come back. */
final class NoRecovery extends Exception {

    private static final long serialVersionUID = 1L;

    NoRecovery(String what) {
        super(what);
    }
}
