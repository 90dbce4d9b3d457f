package io.fluxhero.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.marketdata.domain.CandleFeed;
import io.fluxhero.marketdata.domain.FeedBar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayFeedTest extends CandleFeedContract {

    @Override
    CandleFeed newFeed() {
        return new ReplayFeed("replay", Map.of("SPX", CsvBars.bundled("SPX", "1d")), Timeframe.D1, 500);
    }

    @Test
    void has_the_index_from_2000_to_2020_with_days_at_midnight_in_new_york() {
        List<FeedBar> bars = newFeed().read(0, 10_000);

        assertThat(bars).hasSize(5_105);
        Candle first = bars.getFirst().candle();
        assertThat(Instant.ofEpochMilli(first.openTime())).isEqualTo("2000-01-03T05:00:00Z");
        assertThat(first)
                .isEqualTo(new Candle(first.openTime(), 1469.25, 1478.0, 1438.359985, 1455.219971, 931_800_000L));
        assertThat(Instant.ofEpochMilli(bars.getLast().candle().openTime())).isEqualTo("2020-04-17T04:00:00Z");
    }

    @Test
    void merges_series_of_which_one_began_later() {
        Candle monday = new Candle(1_000, 1, 1, 1, 1, 1);
        Candle tuesday = new Candle(2_000, 2, 2, 2, 2, 2);
        CandleFeed feed =
                new ReplayFeed("replay", Map.of("B", List.of(monday, tuesday), "A", List.of(tuesday)), Timeframe.D1, 0);

        assertThat(feed.read(0, 9))
                .containsExactly(
                        new FeedBar("B", Timeframe.D1, 0, monday),
                        new FeedBar("A", Timeframe.D1, 1, tuesday),
                        new FeedBar("B", Timeframe.D1, 1, tuesday));
        assertThat(feed.total()).hasValue(2);
    }

    @Test
    void passes_a_bar_on_whose_time_goes_back_so_that_it_is_judged() {
        Candle later = new Candle(2_000, 2, 2, 2, 2, 2);
        Candle earlier = new Candle(1_000, 1, 1, 1, 1, 1);
        CandleFeed feed = new ReplayFeed("replay", Map.of("A", List.of(later, earlier)), Timeframe.D1, 0);

        assertThat(feed.read(0, 9)).extracting(FeedBar::candle).containsExactly(later, earlier);
    }

    @Test
    void reads_files_of_a_folder_of_ones_own(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("MINE-5m.csv"), CsvBars.HEADER + "\n2024-06-03T13:30:00Z,100,101,99,100.5,7\n");

        assertThat(CsvBars.in(folder, "MINE", "5m"))
                .containsExactly(
                        new Candle(Instant.parse("2024-06-03T13:30:00Z").toEpochMilli(), 100, 101, 99, 100.5, 7));
        assertThatThrownBy(() -> CsvBars.in(folder, "MINE", "1h"))
                .hasMessage("no bars to replay for MINE 1h: no " + folder.resolve("MINE-1h.csv"));
    }

    @Test
    void names_the_file_that_is_missing_and_the_line_that_is_no_bar() {
        assertThatThrownBy(() -> CsvBars.bundled("NOPE", "1d"))
                .hasMessageContaining("data/NOPE-1d.csv")
                .hasMessageContaining("REPLAY_FOLDER");
        assertThatThrownBy(() -> CsvBars.read(new BufferedReader(new StringReader(CsvBars.HEADER + "\n1,2\n"))))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() ->
                        CsvBars.read(new BufferedReader(new StringReader(CsvBars.HEADER + "\n2020-01-02,1,1,1,x,1\n"))))
                .hasMessageContaining("line 2 is not a bar");
    }
}
