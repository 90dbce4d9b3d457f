package io.fluxhero.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void gives_the_same_id_for_the_same_inputs() {
        Instant bar = Instant.parse("2020-04-17T04:00:00Z");

        assertThat(Ids.derive("sig", "SPX", "1d", bar)).isEqualTo(Ids.derive("sig", "SPX", "1d", bar));
    }

    /** SHA-256 of the text {@code 3:SPX2:1d}, computed with a command-line tool. */
    @Test
    void is_the_head_of_a_sha_256_over_length_prefixed_parts() {
        assertThat(Ids.derive("sig", "SPX", "1d")).isEqualTo("sig-e408a4172a2059809fd578018936a024");
    }

    @Test
    void does_not_confuse_parts_that_concatenate_alike() {
        assertThat(Ids.derive("sig", "AB", "C")).isNotEqualTo(Ids.derive("sig", "A", "BC"));
    }
}
