package io.fluxhero.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    private final List<String> said = new ArrayList<>();
    private final Ports ports = new Ports(said::add);

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
