package io.fluxhero.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortsTest {

    private final List<String> said = new ArrayList<>();
    private final Ports ports = new Ports(said::add);

    @AfterEach
    void lets_go() {
        ports.close();
    }

    @Test
    void takes_the_wanted_port_in_silence() throws IOException {
        int wanted = someFreePort();

        assertThat(ports.choose("the gateway", wanted)).isEqualTo(wanted);
        assertThat(said).isEmpty();
    }

    @Test
    void takes_the_next_free_port_and_says_so() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int wanted = busy.getLocalPort();

            int chosen = ports.choose("the gateway", wanted);

            assertThat(chosen).isGreaterThan(wanted);
            assertThat(said).containsExactly("port " + wanted + " is busy: the gateway uses " + chosen);
        }
    }

    @Test
    void never_gives_one_port_to_two() throws IOException {
        int wanted = someFreePort();

        assertThat(ports.choose("one", wanted)).isNotEqualTo(ports.choose("another", wanted));
    }

    @Test
    void leaves_what_another_launcher_has_chosen_before_anyone_listens_there() throws Exception {
        int wanted = someFreePort();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PortHolder.class.getName(),
                        String.valueOf(wanted))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo(String.valueOf(wanted));
            assertThat(Ports.isFree(wanted)).isTrue();

            assertThat(ports.choose("the gateway", wanted)).isGreaterThan(wanted);

            other.destroyForcibly().waitFor();
            assertThat(ports.choose("the gateway", wanted))
                    .as("once the other is dead")
                    .isEqualTo(wanted);
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void two_of_one_process_do_not_meet_and_what_is_closed_is_free_again() throws IOException {
        int wanted = someFreePort();
        Ports first = new Ports(busy -> {});
        assertThat(first.choose("one", wanted)).isEqualTo(wanted);

        assertThat(ports.choose("another", wanted)).isNotEqualTo(wanted);
        assertThat(ports.choose("a third", wanted))
                .as("looking at it has not given it away")
                .isNotEqualTo(wanted);
        first.close();

        assertThat(ports.choose("a fourth", wanted)).isEqualTo(wanted);
    }

    @Test
    void sees_a_listener_on_all_addresses() throws IOException {
        try (ServerSocket busy = new ServerSocket(0)) {
            assertThat(Ports.isFree(busy.getLocalPort())).isFalse();
        }
    }

    private static int someFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
