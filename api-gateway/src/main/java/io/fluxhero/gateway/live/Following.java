package io.fluxhero.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One topic as one client follows it: what it was told last, and what waits for the next turn. */
final class Following {
    private final Channel channel;
    private long lastSeq;
    private Instant lastSent;
    private @Nullable Change waiting;
    private int merged;
    private boolean stale;

    Following(Channel channel, long lastSeq, Instant now) {
        this.channel = channel;
        this.lastSeq = lastSeq;
        this.lastSent = now;
    }

    Channel channel() {
        return channel;
    }

    long lastSeq() {
        return lastSeq;
    }

    void told(long seq, Instant now) {
        lastSeq = seq;
        lastSent = now;
        waiting = null;
        merged = 0;
        stale = false;
    }

    /** Keeps the change for the next turn, merged with what waits already. */
    void keep(Change change) {
        if (stale) {
            return;
        }
        JsonNode held = waiting == null ? null : waiting.data();
        waiting = new Change(
                change.seq(), change.at(), channel.name().kind().fold().add(held, change.data()));
        merged++;
        if (merged > Fold.ROWS_KEPT) {
            forget();
        }
    }

    /** What waits is dropped; the client gets the whole state instead, when it can take it. */
    void forget() {
        if (waiting != null) {
            waiting = null;
            merged = 0;
            stale = true;
        }
    }

    boolean isStale() {
        return stale;
    }

    @Nullable
    Change waiting() {
        return waiting;
    }

    boolean isDue(Instant now) {
        return Duration.between(lastSent, now).compareTo(channel.name().kind().pace()) >= 0;
    }
}
