package io.fluxhero.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentTest {
    @Test
    void reads_instants() {
        assertThat(Moment.fromString("2020-04-17T04:00:00Z").instant())
                .isEqualTo(Instant.parse("2020-04-17T04:00:00Z"));
    }

    @Test
    void reads_dates_as_midnight_at_the_exchange() {
        assertThat(Moment.fromString("2020-04-17").instant()).isEqualTo(Instant.parse("2020-04-17T04:00:00Z"));
        assertThat(Moment.fromString("2020-01-17").instant()).isEqualTo(Instant.parse("2020-01-17T05:00:00Z"));
    }

    @Test
    void quotes_what_it_cannot_read() {
        assertThatThrownBy(() -> Moment.fromString("soon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"soon\"");
    }
}
