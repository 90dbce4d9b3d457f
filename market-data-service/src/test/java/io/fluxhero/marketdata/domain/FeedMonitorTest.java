package io.fluxhero.marketdata.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedMonitorTest {

    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

    private final FeedMonitor monitor = new FeedMonitor("replay", "5");

    @Test
    void walks_from_warming_to_the_end() {
        monitor.become(FeedState.RUNNING);
        monitor.become(FeedState.FINISHED);

        assertThat(monitor.state()).isEqualTo(FeedState.FINISHED);
        assertThatThrownBy(() -> monitor.become(FeedState.RUNNING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("FINISHED")
                .hasMessageContaining("RUNNING");
    }

    @Test
    void says_why_it_failed_until_it_tries_again() {
        monitor.fail("no database");

        assertThat(monitor.status().detail()).isEqualTo("no database");
        monitor.become(FeedState.WARMING);
        assertThat(monitor.status().detail()).isNull();
    }

    @Test
    void counts_only_published_bars_as_ticks() {
        FeedBar bar = new FeedBar("SPX", Timeframe.D1, 7, new Candle(1_000, 1, 1, 1, 1, 1));

        monitor.tick(bar, 9, NOW);
        assertThat(monitor.status().lastTickAt()).isNull();
        monitor.become(FeedState.RUNNING);
        monitor.tick(bar, 9, NOW);

        assertThat(monitor.status().lastTickAt()).isEqualTo(NOW);
        assertThat(monitor.status().symbols())
                .containsExactly(new FeedStatus.Tick("SPX", Instant.ofEpochMilli(1_000), NOW, 7, 9));
    }
}
