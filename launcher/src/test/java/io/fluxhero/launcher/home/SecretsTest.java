package io.fluxhero.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    private StateFolder state;

    @BeforeEach
    void creates_the_folder() throws IOException {
        state = new StateFolder(folder.resolve("stack"));
        state.create();
    }

    @Test
    void makes_thirty_two_random_bytes_that_only_their_owner_reads() throws IOException {
        String secret = new Secrets(state).get(Secrets.AUTH);

        assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(state.secrets().resolve(Secrets.AUTH))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.root())))
                .isEqualTo("rwx------");
    }

    @Test
    void stays_the_same_and_differs_by_name() {
        String first = new Secrets(state).get(Secrets.AUTH);

        assertThat(new Secrets(state).get(Secrets.AUTH)).isEqualTo(first);
        assertThat(new Secrets(state).get(Secrets.SERVICE)).isNotEqualTo(first);
    }

    @Test
    void survives_a_fresh_start() throws IOException {
        String first = new Secrets(state).get(Secrets.AUTH);
        Files.createDirectories(state.kafka().resolve("log"));
        Files.writeString(state.kafka().resolve("log/segment"), "bars");

        state.dropState();

        assertThat(state.kafka()).doesNotExist();
        assertThat(new Secrets(state).find(Secrets.AUTH)).contains(first);
    }

    @Test
    void does_not_invent_a_secret_for_who_only_looks() {
        assertThat(new Secrets(state).find(Secrets.AUTH)).isEmpty();
    }
}
