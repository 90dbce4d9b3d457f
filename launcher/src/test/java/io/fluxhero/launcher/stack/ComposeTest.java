package io.fluxhero.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeTest {

    private static final Path COMPOSE = Path.of("../docker-compose.yml");
    private static final Path RECIPE = Path.of("../deploy/Dockerfile");

    private final Map<String, Object> compose;

    ComposeTest() throws IOException {
        compose = new Yaml().load(Files.readString(COMPOSE));
    }

    @Test
    void a_halt_outlives_the_container_that_wrote_it() throws IOException {
        Map<String, Object> execution = part(part(compose, "services"), "execution-service");
        Path haltFile = Path.of((String) part(execution, "environment").get("FLUXHERO_EXECUTION_HALT_FILE"));
        String folder = haltFile.getParent().toString();

        List<String> volumes = texts(execution.get("volumes"));
        String volume = volumes.stream()
                .filter(mount -> mount.endsWith(":" + folder))
                .map(mount -> mount.substring(0, mount.indexOf(':')))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no volume at " + folder + ": " + volumes));

        assertThat(part(compose, "volumes")).containsKey(volume);
        assertThat(texts(execution.get("tmpfs"))).doesNotContain(folder);
        assertThat(Files.readString(RECIPE))
                .as("the folder belongs to the user of the image, and so does the volume on it")
                .contains("install -d -o 10001 " + folder)
                .contains("USER 10001");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> whole, String name) {
        assertThat(whole).containsKey(name);
        return (Map<String, Object>) whole.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Object list) {
        return (List<String>) list;
    }
}
