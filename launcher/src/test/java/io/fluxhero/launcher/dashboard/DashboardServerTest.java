package io.fluxhero.launcher.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardServerTest {

    @TempDir
    private Path dist;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "localhost:3000, -, same-origin, true",
                "127.0.0.1:3001, http://127.0.0.1:3001, -, true",
                "localhost:3000, -, cross-site, false",
                "localhost:3000, -, same-site, false",
                "localhost:3000, -, none, false",
                "localhost:3000, http://evil.example, -, false",
                "localhost:3000, http://localhost:3001, -, false",
                "evil.example:3000, -, same-origin, false",
                "localhost.evil.example, -, -, false",
                "-, -, -, false"
            })
    void hands_the_token_to_its_own_pages_only(String host, String origin, String site, boolean allowed) {
        assertThat(SessionDoor.isOwnPage(host, origin, site)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/trades", "/ws/v1/stream", "/health", "/metrics", "/docs/index.css", "/openapi.json"})
    void passes_the_paths_of_the_gateway_on(String path) {
        assertThat(DashboardServer.isForGateway(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/trades", "/apiary", "/assets/index.js", "/healthy"})
    void keeps_the_paths_of_the_pages(String path) {
        assertThat(DashboardServer.isForGateway(path)).isFalse();
    }

    @Test
    void answers_a_route_with_the_start_page_and_a_missing_file_with_nothing() throws IOException {
        Files.writeString(dist.resolve("index.html"), "<!doctype html>");
        StaticFiles files = new StaticFiles(dist);

        assertThat(files.resolve("/trades")).contains(dist.resolve("index.html"));
        assertThat(files.resolve("/")).contains(dist.resolve("index.html"));
        assertThat(files.resolve("/assets/gone.js")).isEmpty();
    }

    @Test
    void never_leaves_its_folder() throws IOException {
        Path inner = Files.createDirectory(dist.resolve("inner"));
        Files.writeString(dist.resolve("secret"), "x");

        assertThat(new StaticFiles(inner).resolve("/../secret")).isEmpty();
        assertThat(new StaticFiles(inner).resolve("//etc/passwd")).isEmpty();
    }
}
