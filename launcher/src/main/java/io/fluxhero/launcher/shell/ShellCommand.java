package io.fluxhero.launcher.shell;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that answers and ends. */
abstract class ShellCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /** For notes and progress: what is asked for goes to {@link #out}. */
    final PrintWriter err() {
        return spec().commandLine().getErr();
    }

    final ParameterException wrong(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli gives each command its spec");
    }
}
