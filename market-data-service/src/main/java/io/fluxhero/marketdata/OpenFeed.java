package io.fluxhero.marketdata;

import io.fluxhero.marketdata.domain.CandleFeed;
import io.fluxhero.marketdata.domain.FeedBar;
import io.fluxhero.marketdata.domain.Series;
import io.fluxhero.marketdata.domain.SeriesCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Finds where a feed left off, or begins its series. */
@ApplicationScoped
public class OpenFeed {

    private final SeriesCatalog catalog;

    OpenFeed(SeriesCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The series of the feed's instruments, each with its next index.
     *
     * @throws IllegalStateException where stored bars came from another source: two markets in one series are none
     */
    @Transactional
    public List<Series> open(CandleFeed feed) {
        List<Series> opened = new ArrayList<>();
        for (String symbol : feed.symbols()) {
            Series series = catalog.find(symbol, feed.timeframe()).orElseGet(() -> begin(feed, symbol));
            if (!series.source().equals(feed.identityOf(symbol))) {
                throw new IllegalStateException("stored bars of " + symbol + " came from '" + series.source()
                        + "', and the feed is '" + feed.identityOf(symbol) + "': start with an empty database");
            }
            opened.add(series);
        }
        return opened;
    }

    private Series begin(CandleFeed feed, String symbol) {
        OptionalInt total = feed.total();
        Series series = Series.beginning(
                symbol,
                feed.timeframe(),
                feed.titleOf(symbol),
                feed.identityOf(symbol),
                total.isPresent() ? total.getAsInt() : null,
                firstLiveBarOf(feed, symbol));
        catalog.put(series);
        return series;
    }

    private static @Nullable Instant firstLiveBarOf(CandleFeed feed, String symbol) {
        for (FeedBar bar : feed.read(feed.historyBars(), 1)) {
            if (bar.symbol().equals(symbol)) {
                return Instant.ofEpochMilli(bar.candle().openTime());
            }
        }
        return null;
    }
}
