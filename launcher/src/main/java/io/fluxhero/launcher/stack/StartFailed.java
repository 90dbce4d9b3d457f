package io.fluxhero.launcher.stack;

import java.nio.file.Path;
import java.util.List;

/** A start that did not succeed: which part, why, and where to read on. */
public final class StartFailed extends Exception {

    private static final long serialVersionUID = 1L;

    StartFailed(String part, String reason, Path log, Throwable cause) {
        super(part + " did not start: " + reason + "\n  its log: " + log, cause);
    }

    StartFailed(String part, String reason, LogFile log) {
        super(part + " did not start: " + reason + "\n" + indented(log.lastLines(8)) + "  its log: " + log.path());
    }

    StartFailed(String reason) {
        super(reason);
    }

    private static String indented(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append("  | ")
                    .append(line.length() > 400 ? line.substring(0, 400) + " ..." : line)
                    .append('\n');
        }
        return text.toString();
    }
}
