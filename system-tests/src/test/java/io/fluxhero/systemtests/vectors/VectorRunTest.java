package io.fluxhero.systemtests.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.engine.Vectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VectorRunTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final VectorRun run = new VectorRun(new PrintStream(written, true, StandardCharsets.UTF_8));

    @Test
    void all_our_vectors_pass() throws IOException, URISyntaxException {
        URI folder = Vectors.class.getResource("/vectors").toURI();
        if (folder.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                run.folder(jar.getPath("/vectors"));
            }
        } else {
            run.folder(Path.of(folder));
        }

        assertThat(written()).isEmpty();
        assertThat(run.summary()).matches("vectors: [1-9]\\d* passed, 0 failed, \\d+ ignored");
    }

    @Test
    void names_what_failed_and_what_came_instead() throws IOException {
        take("{'id': 'a', 'function': 'backoff', 'inputs': {'base_s': 1, 'retries': 2}, 'expected': [1, 3],"
                + " 'tolerance': 1e-9, 'convention': 'both'}");

        assertThat(written()).isEqualTo("FAILED a backoff: expected [1,3], got [1.0, 2.0]" + System.lineSeparator());
        assertThat(run.summary()).isEqualTo("vectors: 0 passed, 1 failed, 0 ignored");
    }

    @Test
    void counts_a_function_that_it_does_not_know_as_failed_by_name() throws IOException {
        take(
                "{'id': 'b', 'function': 'crystal_ball', 'inputs': {}, 'expected': 1, 'tolerance': 0, 'convention': 'both'}");

        assertThat(written()).startsWith("FAILED b crystal_ball: expected 1, got no such function here");
    }

    @Test
    void ignores_the_quirks_of_the_reference() throws IOException {
        take(
                "{'id': 'c', 'function': 'backoff', 'inputs': {}, 'expected': 1, 'tolerance': 0, 'convention': 'original'}");

        assertThat(run.summary()).isEqualTo("vectors: 0 passed, 0 failed, 1 ignored");
    }

    @Test
    void caps_the_wait_between_attempts() throws IOException {
        take("{'id': 'd', 'function': 'backoff', 'inputs': {'base_s': 1, 'retries': 6, 'cap_s': 10},"
                + " 'expected': [1, 2, 4, 8, 10, 10], 'tolerance': 1e-9, 'convention': 'both'}");

        assertThat(run.summary()).isEqualTo("vectors: 1 passed, 0 failed, 0 ignored");
    }

    private void take(String json) throws IOException {
        run.one(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
