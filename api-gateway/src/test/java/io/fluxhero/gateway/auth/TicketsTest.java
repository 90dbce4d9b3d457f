package io.fluxhero.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T14:30:00Z"));
    private final Tickets tickets = new Tickets(now::get);

    @Test
    void open_one_socket() {
        String token = tickets.issue().token();

        assertThat(tickets.redeem(token)).isTrue();
        assertThat(tickets.redeem(token)).isFalse();
    }

    @Test
    void expire_after_thirty_seconds() {
        String token = tickets.issue().token();

        now.set(now.get().plusSeconds(30));

        assertThat(tickets.redeem(token)).isFalse();
    }

    @Test
    void cannot_be_made_up() {
        assertThat(tickets.redeem("tkt-0")).isFalse();
    }
}
