package io.fluxhero.marketdata.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Knows what the feed does; written by its thread, read by anyone. */
public final class FeedMonitor {

    private final String feed;
    private final String speed;
    private final Map<String, FeedStatus.Tick> ticks = new TreeMap<>();
    private FeedState state = FeedState.WARMING;
    private @Nullable String detail;
    private @Nullable Instant lastTickAt;

    public FeedMonitor(String feed, String speed) {
        this.feed = feed;
        this.speed = speed;
    }

    /** Goes to the next state. */
    public synchronized void become(FeedState next) {
        if (!next.mayFollow(state)) {
            throw new IllegalStateException("a feed that is " + state + " cannot become " + next);
        }
        state = next;
        detail = null;
    }

    /** Says that the feed cannot go on. */
    public synchronized void fail(String reason) {
        become(FeedState.FAILED);
        detail = reason;
    }

    /** Begins with what is stored. */
    public synchronized void resume(Series series) {
        ticks.put(
                series.symbol(),
                new FeedStatus.Tick(series.symbol(), series.lastTime(), null, series.nextIndex() - 1, series.total()));
    }

    /** A bar came in. */
    public synchronized void tick(FeedBar bar, @Nullable Integer total, Instant now) {
        Instant barTime = Instant.ofEpochMilli(bar.candle().openTime());
        ticks.put(bar.symbol(), new FeedStatus.Tick(bar.symbol(), barTime, now, bar.index(), total));
        if (state == FeedState.RUNNING) {
            lastTickAt = now;
        }
    }

    /** What it does now. */
    public synchronized FeedState state() {
        return state;
    }

    /** All of it. */
    public synchronized FeedStatus status() {
        return new FeedStatus(feed, state, detail, speed, List.copyOf(ticks.values()), lastTickAt);
    }
}
