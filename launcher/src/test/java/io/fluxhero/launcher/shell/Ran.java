package io.fluxhero.launcher.shell;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that was run. */
record Ran(int code, String out, String err) {

    static Ran fluxhero(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Shell.execute(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(code, out.toString(), err.toString());
    }
}
