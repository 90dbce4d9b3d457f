package io.fluxhero.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.marketdata.domain.CandleFeed;
import io.fluxhero.marketdata.domain.FeedBar;
import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticFeedTest extends CandleFeedContract {

    private static final TradingCalendar WITHOUT_HOLIDAYS = new TradingCalendar(Set.of(), Set.of());

    @Override
    CandleFeed newFeed() {
        return feed(42, Timeframe.D1, "GAMMA", "ALPHA", "BETA");
    }

    @Test
    void follows_from_seed_and_symbol_alone() {
        List<FeedBar> among = feed(42, Timeframe.D1, "ALPHA", "BETA").read(0, 300).stream()
                .filter(bar -> bar.symbol().equals("BETA"))
                .toList();

        assertThat(feed(42, Timeframe.D1, "BETA").read(0, 300)).isEqualTo(among);
        assertThat(feed(43, Timeframe.D1, "BETA").read(0, 300)).isNotEqualTo(among);
    }

    @Test
    void stays_a_market_over_five_thousand_days() {
        for (long seed = 1; seed <= 20; seed++) {
            DoubleSummaryStatistics closes = feed(seed, Timeframe.D1, "ALPHA").read(0, 5_000).stream()
                    .collect(Collectors.summarizingDouble(bar -> bar.candle().close()));
            assertThat(closes.getMin()).as("lowest close of seed %d", seed).isGreaterThan(1);
            assertThat(closes.getMax()).as("highest close of seed %d", seed).isLessThan(100_000);
            assertThat(closes.getMax() / closes.getMin())
                    .as("range of seed %d", seed)
                    .isGreaterThan(1.3);
        }
    }

    @Test
    void opens_hourly_bars_inside_sessions() {
        List<FeedBar> bars = feed(42, Timeframe.H1, "ALPHA").read(0, 8);

        assertThat(bars)
                .extracting(bar -> Instant.ofEpochMilli(bar.candle().openTime()).toString())
                .startsWith("2000-01-03T14:30:00Z", "2000-01-03T15:30:00Z")
                .endsWith("2000-01-03T20:30:00Z", "2000-01-04T14:30:00Z");
    }

    @Test
    void has_no_end_where_none_is_asked_for() {
        CandleFeed feed = new SyntheticFeed(
                1,
                List.of("ALPHA"),
                Timeframe.D1,
                new SyntheticFeed.Extent(500, OptionalInt.empty()),
                WITHOUT_HOLIDAYS);

        assertThat(feed.total()).isEmpty();
        assertThat(feed.read(20_000, 3)).hasSize(3);
    }

    private static CandleFeed feed(long seed, Timeframe timeframe, String... symbols) {
        return new SyntheticFeed(
                seed,
                List.of(symbols),
                timeframe,
                new SyntheticFeed.Extent(500, OptionalInt.of(5_000)),
                WITHOUT_HOLIDAYS);
    }
}
