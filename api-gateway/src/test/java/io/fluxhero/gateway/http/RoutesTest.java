package io.fluxhero.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutesTest {
    @Test
    void hides_identities() {
        assertThat(Routes.templateOf("/api/trades/trd-1", 200)).isEqualTo("/api/trades/{id}");
        assertThat(Routes.templateOf("/api/positions/SPX/close", 200)).isEqualTo("/api/positions/{id}/close");
        assertThat(Routes.templateOf("/api/backtest/running/run-1", 200)).isEqualTo("/api/backtest/running/{id}");
        assertThat(Routes.templateOf("/api/trades", 200)).isEqualTo("/api/trades");
    }

    @Test
    void lumps_together_what_does_not_exist() {
        assertThat(Routes.templateOf("/etc/passwd", 404)).isEqualTo("other");
    }
}
