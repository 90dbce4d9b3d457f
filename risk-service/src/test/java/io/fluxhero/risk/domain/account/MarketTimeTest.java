package io.fluxhero.risk.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketTimeTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final MarketTime REAL = new MarketTime(true, MINUTE);
    private static final MarketTime REPLAY = new MarketTime(false, MINUTE);
    private static final Instant CLOSED = Instant.parse("2026-01-05T21:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, false", "60000, false", "60001, true"})
    void an_order_of_real_time_can_be_sent_for_a_minute(long afterMillis, boolean tooLate) {
        assertThat(REAL.isTooLate(CLOSED, CLOSED.plusMillis(afterMillis))).isEqualTo(tooLate);
        assertThat(REAL.sendBy(CLOSED)).isEqualTo(CLOSED.plusSeconds(60));
    }

    @Test
    void nothing_in_a_replay_is_late_and_its_exchange_never_closes() {
        assertThat(REPLAY.isTooLate(CLOSED, CLOSED.plus(Duration.ofDays(3000)))).isFalse();
        assertThat(REPLAY.isExchangeOpen(Instant.parse("2026-01-03T17:00:00Z"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T14:29:59Z, false",
        "2026-01-05T14:30:00Z, true",
        "2026-01-05T20:59:59Z, true",
        "2026-01-05T21:00:00Z, false",
        "2026-01-03T17:00:00Z, false",
        "2026-11-26T17:00:00Z, false"
    })
    void the_exchange_is_open_in_its_sessions(Instant now, boolean open) {
        assertThat(REAL.isExchangeOpen(now)).isEqualTo(open);
    }
}
