package io.fluxhero.marketdata;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleRules;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.marketdata.domain.CandleFeed;
import io.fluxhero.marketdata.domain.Candles;
import io.fluxhero.marketdata.domain.FeedBar;
import io.fluxhero.marketdata.domain.Quarantine;
import io.fluxhero.marketdata.domain.Series;
import io.fluxhero.marketdata.domain.SeriesCatalog;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Judges bars, stores those that can be believed, and publishes the live ones: all of a batch in one transaction. */
@ApplicationScoped
public class IngestCandles {

    private static final Logger LOG = Logger.getLogger(IngestCandles.class);

    private final Candles candles;
    private final SeriesCatalog catalog;
    private final Quarantine quarantine;
    private final Outbox outbox;
    private final Clock clock;

    IngestCandles(Candles candles, SeriesCatalog catalog, Quarantine quarantine, Outbox outbox, Clock clock) {
        this.candles = candles;
        this.catalog = catalog;
        this.quarantine = quarantine;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes the next bars of a feed in.
     *
     * @param bars by index, without gaps, from the next index of their series on
     */
    @Transactional
    public Ingested ingest(CandleFeed feed, List<FeedBar> bars) {
        Map<String, Growing> growing = new TreeMap<>();
        List<FeedBar> believed = new ArrayList<>(bars.size());
        List<OutboxMessage> messages = new ArrayList<>(bars.size());
        for (FeedBar bar : bars) {
            Growing series = growing.computeIfAbsent(bar.symbol(), symbol -> grow(symbol, feed));
            Optional<CandleRules.Flaw> flaw = series.flawOf(bar);
            if (flaw.isPresent()) {
                refuse(bar, feed, flaw.get());
            } else {
                series.take(bar);
                believed.add(bar);
                if (bar.index() >= feed.historyBars()) {
                    messages.add(messageOf(bar, feed));
                }
            }
        }
        candles.append(believed);
        growing.values()
                .forEach(series -> catalog.put(series.grown(bars.getLast().index() + 1)));
        outbox.appendAll(messages);
        return new Ingested(believed.size(), messages.size(), bars.size() - believed.size());
    }

    private Growing grow(String symbol, CandleFeed feed) {
        Series series = catalog.lock(symbol, feed.timeframe())
                .orElseThrow(() -> new IllegalStateException("the series of " + symbol + " was not opened"));
        return new Growing(series, candles.newest(symbol, feed.timeframe()).orElse(null));
    }

    private void refuse(FeedBar bar, CandleFeed feed, CandleRules.Flaw flaw) {
        quarantine.put(bar, feed.identityOf(bar.symbol()), flaw, clock.instant());
        LOG.errorf("candle.quarantined symbol=%s index=%d flaw=%s", bar.symbol(), bar.index(), flaw);
    }

    private static OutboxMessage messageOf(FeedBar bar, CandleFeed feed) {
        Candle candle = bar.candle();
        Instant openTime = Instant.ofEpochMilli(candle.openTime());
        String timeframe = bar.timeframe().code();
        String id = Ids.derive("cnd", bar.symbol(), timeframe, openTime, 0);
        Instant closedAt = openTime.plusSeconds(bar.timeframe().seconds());
        boolean ends = feed.total().isPresent();
        CandleClosed message = new CandleClosed(
                new Meta(id, id, closedAt),
                bar.symbol(),
                timeframe,
                openTime,
                Micros.toDecimal(Micros.of(candle.open())),
                Micros.toDecimal(Micros.of(candle.high())),
                Micros.toDecimal(Micros.of(candle.low())),
                Micros.toDecimal(Micros.of(candle.close())),
                candle.volume(),
                feed.name(),
                ends ? bar.index() : null,
                ends ? feed.total().getAsInt() : null);
        return new OutboxMessage(Topics.CANDLES, bar.symbol(), id, "candle-closed", id, closedAt, Wire.write(message));
    }
}
