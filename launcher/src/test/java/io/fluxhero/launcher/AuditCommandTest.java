package io.fluxhero.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

    private static final int CANNOT_CHECK = 2;

    @TempDir
    private Path folder;

    @Test
    void cannot_check_where_nothing_runs() {
        assertThat(audit()).isEqualTo(CANNOT_CHECK);
    }

    @Test
    void cannot_check_what_it_cannot_read() throws Exception {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/state.json"), "half a");

        assertThat(audit()).isEqualTo(CANNOT_CHECK);
    }

    private int audit() {
        return FluxHero.commandLine().execute("audit", "--data-dir", folder.toString());
    }
}
