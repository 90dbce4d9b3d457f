package io.fluxhero.launcher.shell;

/** What a person can put right: said in one line, without a stack trace. */
public final class ShellFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ShellFailure(String message) {
        super(message);
    }
}
