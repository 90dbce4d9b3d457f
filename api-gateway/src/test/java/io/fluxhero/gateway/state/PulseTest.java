package io.fluxhero.gateway.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.gateway.api.FeedStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PulseTest {
    private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");

    @ParameterizedTest
    @CsvSource({"0,ACTIVE", "29,ACTIVE", "30,DELAYED", "59,DELAYED", "60,OFFLINE", "3600,OFFLINE"})
    void follows_the_age_of_market_data(long age, String status) {
        assertThat(Pulse.of(NOW.minusSeconds(age), feed("RUNNING"), NOW).status())
                .isEqualTo(status);
    }

    @Test
    void is_offline_before_the_first_bar() {
        Pulse pulse = Pulse.of(null, null, NOW);

        assertThat(pulse.status()).isEqualTo("OFFLINE");
        assertThat(pulse.age()).isNull();
    }

    @Test
    void calls_a_finished_replay_finished_and_not_stale() {
        assertThat(Pulse.of(NOW.minusSeconds(900), feed("FINISHED"), NOW).status())
                .isEqualTo("FINISHED");
        assertThat(Pulse.of(NOW.minusSeconds(900), feed("MARKET_CLOSED"), NOW).status())
                .isEqualTo("MARKET_CLOSED");
    }

    private static FeedStatus feed(String state) {
        return new FeedStatus("replay", state, null, "5", List.of(), null, null);
    }
}
