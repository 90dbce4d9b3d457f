package io.fluxhero.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleRules;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.marketdata.domain.CandleFeed;
import io.fluxhero.marketdata.domain.FeedBar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every feed promises. */
abstract class CandleFeedContract {

    abstract CandleFeed newFeed();

    @Test
    void gives_bars_that_can_be_believed_and_that_go_forward() {
        Map<String, Candle> newest = new HashMap<>();

        for (FeedBar bar : newFeed().read(0, 2_000)) {
            Candle previous = newest.put(bar.symbol(), bar.candle());
            assertThat(previous == null ? CandleRules.flawOf(bar.candle()) : CandleRules.flawOf(bar.candle(), previous))
                    .as("%s", bar)
                    .isEmpty();
        }

        assertThat(newest.keySet())
                .containsExactlyInAnyOrderElementsOf(newFeed().symbols());
    }

    @Test
    void gives_the_same_bars_however_it_is_read() {
        List<FeedBar> atOnce = newFeed().read(0, 700);

        CandleFeed feed = newFeed();
        List<FeedBar> inPieces = new ArrayList<>(feed.read(0, 1));
        inPieces.addAll(feed.read(1, 498));
        inPieces.addAll(feed.read(499, 201));
        CandleFeed resumed = newFeed();

        assertThat(inPieces).isEqualTo(atOnce);
        assertThat(resumed.read(650, 50))
                .isEqualTo(atOnce.subList(650 * feed.symbols().size(), atOnce.size()));
        assertThat(resumed.read(10, 5)).as("going back").isEqualTo(feed.read(10, 5));
    }

    @Test
    void numbers_the_steps_without_gaps_and_shares_times_between_symbols() {
        CandleFeed feed = newFeed();
        List<FeedBar> bars = feed.read(0, 600);

        Map<Integer, Long> times = new HashMap<>();
        for (FeedBar bar : bars) {
            assertThat(times.computeIfAbsent(bar.index(), _ -> bar.candle().openTime()))
                    .isEqualTo(bar.candle().openTime());
        }

        assertThat(times).hasSize(600).containsKeys(0, 599);
        assertThat(bars)
                .isSortedAccordingTo((a, b) -> a.index() != b.index()
                        ? Integer.compare(a.index(), b.index())
                        : a.symbol().compareTo(b.symbol()));
    }

    @Test
    void ends_with_an_empty_answer() {
        CandleFeed feed = newFeed();
        int total = feed.total().orElseThrow();

        assertThat(feed.read(total - 1, 10)).hasSize(feed.symbols().size());
        assertThat(feed.read(total, 10)).isEmpty();
        assertThat(feed.read(total + 5, 10)).isEmpty();
    }

    @Test
    void has_prices_that_a_message_can_carry_exactly() {
        for (FeedBar bar : newFeed().read(0, 1_000)) {
            assertThat(Micros.round(bar.candle().close()))
                    .isEqualTo(bar.candle().close());
            assertThat(Micros.round(bar.candle().high())).isEqualTo(bar.candle().high());
        }
    }
}
