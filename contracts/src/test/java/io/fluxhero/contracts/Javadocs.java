package io.fluxhero.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the words of the records from their sources, so that the schemas cannot say something else. */
final class Javadocs {

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/\\s*(@[^;{]*\\s)?public ", Pattern.DOTALL);

    private Javadocs() {}

    static String summaryOf(Class<?> type) {
        String comment = commentOf(type);
        int parameters = comment.indexOf("@param");
        return plain(parameters < 0 ? comment : comment.substring(0, parameters));
    }

    static @Nullable String parameterOf(Class<?> type, String name) {
        Matcher matcher = Pattern.compile("@param " + name + " (.*?)(?=@param|$)", Pattern.DOTALL)
                .matcher(commentOf(type));
        return matcher.find() ? plain(matcher.group(1)) : null;
    }

    private static String commentOf(Class<?> type) {
        try {
            String source =
                    Files.readString(Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
            Matcher matcher = COMMENT.matcher(source);
            return matcher.find() ? matcher.group(1).replaceAll("(?m)^\\s*\\* ?", "") : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
