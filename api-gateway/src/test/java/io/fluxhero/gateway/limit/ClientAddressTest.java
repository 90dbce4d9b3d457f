package io.fluxhero.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private static final Set<String> PROXIES = Set.of("10.0.0.1", "10.0.0.2");

    @Test
    void is_the_peer_where_nobody_forwards() {
        assertThat(ClientAddress.of("203.0.113.9", null, PROXIES)).isEqualTo("203.0.113.9");
    }

    @Test
    void ignores_what_a_stranger_claims() {
        assertThat(ClientAddress.of("203.0.113.9", "198.51.100.7", PROXIES)).isEqualTo("203.0.113.9");
    }

    @Test
    void believes_a_trusted_proxy() {
        assertThat(ClientAddress.of("10.0.0.1", "198.51.100.7", PROXIES)).isEqualTo("198.51.100.7");
    }

    @Test
    void walks_back_through_trusted_proxies_and_stops_at_the_first_stranger() {
        assertThat(ClientAddress.of("10.0.0.1", "1.1.1.1, 198.51.100.7, 10.0.0.2", PROXIES))
                .isEqualTo("198.51.100.7");
    }
}
