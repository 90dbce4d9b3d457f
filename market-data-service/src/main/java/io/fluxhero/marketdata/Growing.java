package io.fluxhero.marketdata;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleRules;
import io.fluxhero.marketdata.domain.DataHash;
import io.fluxhero.marketdata.domain.FeedBar;
import io.fluxhero.marketdata.domain.Series;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A series while a batch is added to it. */
final class Growing {

    private final Series series;
    private final DataHash hash;
    private @Nullable Candle newest;
    private @Nullable Instant firstTime;
    private int bars;

    Growing(Series series, @Nullable Candle newest) {
        this.series = series;
        this.newest = newest;
        this.firstTime = series.firstTime();
        this.bars = series.bars();
        this.hash = new DataHash(series.dataHash());
    }

    Optional<CandleRules.Flaw> flawOf(FeedBar bar) {
        if (bar.index() < series.nextIndex()) {
            throw new IllegalStateException("bar " + bar.index() + " of " + series.symbol()
                    + " was already taken in: another instance feeds the same series");
        }
        return newest == null ? CandleRules.flawOf(bar.candle()) : CandleRules.flawOf(bar.candle(), newest);
    }

    void take(FeedBar bar) {
        newest = bar.candle();
        if (firstTime == null) {
            firstTime = Instant.ofEpochMilli(newest.openTime());
        }
        bars++;
        hash.update(newest);
    }

    Series grown(int nextIndex) {
        return new Series(
                series.symbol(),
                series.timeframe(),
                series.name(),
                series.source(),
                nextIndex,
                series.total(),
                bars,
                firstTime,
                newest == null ? null : Instant.ofEpochMilli(newest.openTime()),
                series.liveFrom(),
                hash.value());
    }
}
