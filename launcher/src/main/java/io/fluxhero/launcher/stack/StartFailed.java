package io.fluxhero.launcher.stack;

import java.nio.file.Path;
import java.util.List;

/** A start that did not succeed: which part, why, and where to read on. */
public final class StartFailed extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LINES_READ = 500;
    private static final int LINES_TOLD = 8;
    private static final int ERRORS_TOLD = 3;

    StartFailed(String part, String reason, Path log, Throwable cause) {
        super(part + " did not start: " + reason + "\n  its log: " + log, cause);
    }

    StartFailed(String part, String reason, LogFile log) {
        super(part + " did not start: " + reason + "\n" + indented(complaints(log)) + "  its log: " + log.path());
    }

    StartFailed(String reason) {
        super(reason);
    }

    /** The last errors that it logged, or else its last lines. */
    private static List<String> complaints(LogFile log) {
        List<LogLine> lines =
                log.lastLines(LINES_READ).stream().map(LogLine::of).toList();
        List<LogLine> errors = lines.stream().filter(LogLine::isError).toList();
        List<LogLine> told = errors.isEmpty() ? lines : errors;
        int most = errors.isEmpty() ? LINES_TOLD : ERRORS_TOLD;
        return told.subList(Math.max(0, told.size() - most), told.size()).stream()
                .map(LogLine::text)
                .toList();
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
