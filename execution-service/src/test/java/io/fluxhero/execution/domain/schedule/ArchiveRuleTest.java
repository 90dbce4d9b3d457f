package io.fluxhero.execution.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.execution.domain.position.TradeStatus;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveRuleTest {

    @ParameterizedTest
    @CsvSource({
        "CLOSED, 2026-01-01, true",
        "CLOSED, 2026-01-02, false",
        "CLOSED, 2026-02-01, false",
        "CLOSED, , false",
        "OPEN, 2025-01-01, false",
        "CANCELLED, 2025-01-01, false"
    })
    void puts_away_what_closed_longer_ago_than_its_days(TradeStatus status, LocalDate exit, boolean away) {
        LocalDate today = LocalDate.parse("2026-02-01");

        assertThat(new ArchiveRule(30).putsAway(status, exit, today)).isEqualTo(away);
    }
}
