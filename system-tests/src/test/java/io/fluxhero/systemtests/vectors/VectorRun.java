package io.fluxhero.systemtests.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.engine.EngineAnswers;
import io.fluxhero.engine.Vectors.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts every known answer of a folder to the code that it is about. */
final class VectorRun {

    private static final int LONGEST_TEXT = 300;

    private final Map<String, Function<Vector, @Nullable Object>> answers = new TreeMap<>();
    private final PrintStream out;
    private int passed;
    private int failed;
    private int ignored;

    VectorRun(PrintStream out) {
        this.out = out;
        answers.putAll(EngineAnswers.all());
        answers.putAll(ServiceAnswers.ALL);
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.err.println("fluxhero: --vectors needs a folder of vectors, which "
                    + (arguments.length == 0 ? "was not named" : arguments[0] + " is not"));
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        VectorRun run = new VectorRun(out);
        run.folder(Path.of(arguments[0]));
        out.println(run.summary());
        System.exit(run.failed == 0 && run.passed > 0 ? 0 : 1);
    }

    void folder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try (InputStream text = Files.newInputStream(file)) {
                JsonNode root = new ObjectMapper().readTree(text);
                (root.isArray() ? root : root.path("vectors")).forEach(this::one);
            }
        }
    }

    void one(JsonNode node) {
        if (node.path("convention").asText().equals("original")) {
            ignored++;
            return;
        }
        Vector vector = new Vector(
                node.path("id").asText(),
                node.path("function").asText(),
                node.path("inputs"),
                node.path("expected"),
                node.path("tolerance").asDouble());
        String got = difference(vector);
        if (got == null) {
            passed++;
        } else {
            failed++;
            out.println("FAILED " + vector.id() + " " + vector.function() + ": expected "
                    + shortened(vector.expected().toString()) + ", got " + shortened(got));
        }
    }

    /** What came instead of the known answer, null where it came. */
    private @Nullable String difference(Vector vector) {
        Function<Vector, @Nullable Object> answer = answers.get(vector.function());
        if (answer == null) {
            return "no such function here";
        }
        try {
            Object actual = answer.apply(vector);
            return new Comparison(vector.tolerance()).same(vector.expected(), actual) ? null : Comparison.text(actual);
        } catch (RuntimeException | AssertionError e) {
            return e.toString();
        }
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "...";
    }

    String summary() {
        return "vectors: %d passed, %d failed, %d ignored".formatted(passed, failed, ignored);
    }
}
