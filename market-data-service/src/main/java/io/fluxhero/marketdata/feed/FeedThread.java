package io.fluxhero.marketdata.feed;

import io.fluxhero.marketdata.IngestCandles;
import io.fluxhero.marketdata.Ingested;
import io.fluxhero.marketdata.OpenFeed;
import io.fluxhero.marketdata.domain.CandleFeed;
import io.fluxhero.marketdata.domain.FeedBar;
import io.fluxhero.marketdata.domain.FeedMonitor;
import io.fluxhero.marketdata.domain.FeedState;
import io.fluxhero.marketdata.domain.Pacing;
import io.fluxhero.marketdata.domain.Series;
import io.fluxhero.marketdata.domain.Speed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the feed at its pace and hands the bars in, from where the database says on. One thread; heals by itself. */
@ApplicationScoped
class FeedThread {

    private static final Logger LOG = Logger.getLogger(FeedThread.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final CandleFeed feed;
    private final OpenFeed openFeed;
    private final IngestCandles ingestCandles;
    private final FeedMonitor monitor;
    private final Speed speed;
    private final Clock clock;
    private final MeterRegistry meters;
    private final int batchSize;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    @SuppressWarnings("TooManyParameters") // the one place where feed, pace and intake meet
    FeedThread(
            CandleFeed feed,
            OpenFeed openFeed,
            IngestCandles ingestCandles,
            FeedMonitor monitor,
            Speed speed,
            Clock clock,
            MeterRegistry meters,
            MarketDataConfig config) {
        this.feed = feed;
        this.openFeed = openFeed;
        this.ingestCandles = ingestCandles;
        this.monitor = monitor;
        this.speed = speed;
        this.clock = clock;
        this.meters = meters;
        this.batchSize = config.batchSize();
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("candle-feed").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
        monitor.become(FeedState.STOPPED);
    }

    private void run() {
        try {
            while (!runOnce() && !stopped.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)) {
                monitor.become(FeedState.WARMING);
            }
        } catch (InterruptedException e) {
            LOG.debug("feed.interrupted", e);
        }
    }

    /** Whether it came to its end, or was stopped. */
    private boolean runOnce() throws InterruptedException {
        try {
            stream(resume());
            return true;
        } catch (RuntimeException e) {
            LOG.error("feed.failed it will be tried again", e);
            monitor.fail(e.toString());
            return false;
        }
    }

    private int resume() {
        List<Series> opened = openFeed.open(feed);
        opened.forEach(monitor::resume);
        return opened.stream().mapToInt(Series::nextIndex).min().orElse(0);
    }

    private void stream(int resumed) throws InterruptedException {
        int index = resumed;
        while (isRunning() && index < feed.historyBars()) {
            int steps = ingest(index, Math.min(batchSize, feed.historyBars() - index));
            index += steps;
            if (steps == 0) {
                break;
            }
        }
        monitor.become(FeedState.RUNNING);
        LOG.infof("feed.running feed=%s symbols=%s from=%d", feed.name(), feed.symbols(), index);
        publish(index);
    }

    private void publish(int from) throws InterruptedException {
        Pacing pacing = new Pacing(speed, clock.instant());
        int index = from;
        while (isRunning()) {
            int due = pacing.due(clock.instant(), batchSize);
            if (due > 0) {
                int steps = ingest(index, due);
                if (steps == 0) {
                    monitor.become(FeedState.FINISHED);
                    LOG.infof("feed.finished feed=%s bars=%d", feed.name(), index);
                    return;
                }
                index += steps;
                pacing.did(steps);
            } else if (stopped.await(pacing.untilNext(clock.instant()).toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    private int ingest(int from, int steps) {
        List<FeedBar> bars = feed.read(from, steps);
        if (bars.isEmpty()) {
            return 0;
        }
        Ingested ingested = ingestCandles.ingest(feed, bars);
        Instant now = clock.instant();
        Integer total = feed.total().isPresent() ? feed.total().getAsInt() : null;
        bars.forEach(bar -> monitor.tick(bar, total, now));
        meters.counter("fluxhero.candles.stored").increment(ingested.stored());
        meters.counter("fluxhero.candles.published").increment(ingested.published());
        meters.counter("fluxhero.candles.quarantined").increment(ingested.quarantined());
        return bars.getLast().index() - from + 1;
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
