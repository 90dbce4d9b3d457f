package io.fluxhero.risk.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monday the 5th of January 2026; the session is from 14:30 to 21:00 UTC. */
class FeedSilenceTest {

    private static final Instant BEFORE = Instant.parse("2026-01-05T03:00:00Z");

    private final FeedSilence silence = new FeedSilence(TradingCalendar.nyse(), BEFORE);

    @ParameterizedTest
    @CsvSource({"14:29:59, 0", "14:30:00, 0", "14:36:00, 360", "20:59:59, 23399", "21:00:00, 0"})
    void counts_within_the_session_only(String time, long seconds) {
        assertThat(silence.until(Instant.parse("2026-01-05T" + time + "Z"))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void counts_from_the_last_word_and_never_backwards() {
        silence.heard(Instant.parse("2026-01-05T15:00:00Z"));
        silence.heard(Instant.parse("2026-01-05T14:45:00Z"));

        assertThat(silence.until(Instant.parse("2026-01-05T15:05:01Z"))).isEqualTo(Duration.ofSeconds(301));
        assertThat(silence.until(Instant.parse("2026-01-04T15:05:01Z")))
                .as("a Sunday")
                .isEqualTo(Duration.ZERO);
    }
}
