package io.fluxhero.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailedTest {

    @TempDir
    private Path folder;

    @Test
    void tells_what_the_deepest_cause_of_a_logged_error_says() throws IOException {
        LogFile log = log(
                "{\"level\":\"INFO\",\"message\":\"listening\"}",
                "{\"level\":\"ERROR\",\"message\":\"Failed to start application\",\"exception\":{\"exceptionType\":"
                        + "\"java.lang.RuntimeException\",\"message\":\"Failed to start quarkus\",\"frames\":[],"
                        + "\"causedBy\":{\"exception\":{\"exceptionType\":\"java.lang.IllegalArgumentException\","
                        + "\"message\":\"spread-bps must be a number from 0 to 1000.0, is -5.0\",\"frames\":[]}}}}",
                "{\"level\":\"INFO\",\"message\":\"stopped\"}");

        assertThat(new StartFailed("execution-service", "it ended during its start", log))
                .hasMessage("""
                        execution-service did not start: it ended during its start
                          | ERROR Failed to start application: spread-bps must be a number from 0 to 1000.0, is -5.0
                          its log: %s""", log.path());
    }

    @Test
    void names_a_cause_that_says_nothing_by_its_type() throws IOException {
        LogFile log = log("{\"level\":\"FATAL\",\"message\":\"over\",\"exception\":"
                + "{\"exceptionType\":\"java.lang.NullPointerException\",\"frames\":[]}}");

        assertThat(new StartFailed("risk-service", "it ended", log))
                .hasMessageContaining("| FATAL over: NullPointerException\n");
    }

    @Test
    void tells_the_last_lines_where_no_error_was_logged() throws IOException {
        LogFile log = log("one", "two", "{\"level\":\"WARN\",\"message\":\"slow\"}", "{half a line");

        assertThat(new StartFailed("postgres", "it ended", log))
                .hasMessageContaining("  | one\n  | two\n  | WARN slow\n  | {half a line\n");
    }

    private LogFile log(String... lines) throws IOException {
        return new LogFile(Files.write(folder.resolve("service.log"), List.of(lines)));
    }
}
