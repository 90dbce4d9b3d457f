package io.fluxhero.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdsTest {
    @Test
    void keeps_a_decent_id() {
        assertThat(RequestIds.choose("client-12345")).isEqualTo("client-12345");
    }

    @Test
    void replaces_what_could_forge_a_log_line() {
        assertThat(RequestIds.choose("abc\ndef-12345")).startsWith("req-");
        assertThat(RequestIds.choose("x")).startsWith("req-");
        assertThat(RequestIds.choose(null)).startsWith("req-");
    }
}
