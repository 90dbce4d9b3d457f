package io.fluxhero.gateway.live;

import io.fluxhero.gateway.api.frame.AckFrame;
import io.fluxhero.gateway.api.frame.DeltaFrame;
import io.fluxhero.gateway.api.frame.HeartbeatFrame;
import io.fluxhero.gateway.api.frame.ServerFrame;
import io.fluxhero.gateway.api.frame.SnapshotFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One authenticated client of /ws/v1/stream. Guarded by the hub. */
final class Session implements Client {
    static final int TOO_SLOW = 4408;

    private final Peer peer;
    private final Function<ServerFrame, String> json;
    private final Patience patience;
    private final Map<String, Following> following = new LinkedHashMap<>();
    private Instant lastBeat;
    private @Nullable Instant slowSince;

    Session(Peer peer, Function<ServerFrame, String> json, Patience patience, Instant now) {
        this.peer = peer;
        this.json = json;
        this.patience = patience;
        this.lastBeat = now;
    }

    void send(ServerFrame frame) {
        peer.send(json.apply(frame));
    }

    /** Starts (or starts over) on these topics: ack, then for each the missed changes or the whole state. */
    void follow(long id, List<Channel> channels, Map<String, Long> resume, Instant now) {
        send(new AckFrame(id, channels.stream().map(c -> c.name().text()).toList()));
        for (Channel channel : channels) {
            Following topic = new Following(channel, channel.seq(), now);
            following.put(channel.name().text(), topic);
            Long last = resume.get(channel.name().text());
            Optional<List<Change>> missed = last == null ? Optional.empty() : channel.since(last);
            if (last != null && missed.isPresent()) {
                catchUp(topic, last, missed.get(), now);
            } else {
                snapshot(topic, now);
            }
        }
    }

    void leave(long id, List<String> topics) {
        topics.forEach(following::remove);
        send(new AckFrame(id, topics));
    }

    int topics() {
        return following.size();
    }

    @Override
    public void hear(Channel channel, Change change) {
        Following topic = following.get(channel.name().text());
        if (topic == null) {
            return;
        }
        if (!channel.name().kind().isConflated()) {
            tell(topic, change, change.at());
            return;
        }
        topic.keep(change);
        if (slowSince == null && topic.isDue(change.at())) {
            flush(topic, change.at());
        }
    }

    @Override
    public void tick(Instant now) {
        watchPace(now);
        if (slowSince == null) {
            following.values().stream().filter(topic -> topic.isDue(now)).forEach(topic -> flush(topic, now));
        }
        if (Duration.between(lastBeat, now).compareTo(patience.heartbeat()) >= 0) {
            lastBeat = now;
            send(new HeartbeatFrame(now));
        }
    }

    /** A client that falls behind first loses the merged topics (it gets snapshots later), then the connection. */
    private void watchPace(Instant now) {
        boolean slow =
                peer.unsentBytes() > patience.slowBytes() || peer.behind(now).compareTo(patience.slowAfter()) > 0;
        if (!slow) {
            slowSince = null;
            return;
        }
        if (slowSince == null) {
            slowSince = now;
            following.values().stream()
                    .filter(topic -> topic.channel().name().kind().isConflated())
                    .forEach(Following::forget);
        } else if (Duration.between(slowSince, now).compareTo(patience.slowAfter()) > 0) {
            peer.close(TOO_SLOW, "client too slow");
        }
    }

    private void catchUp(Following topic, long last, List<Change> missed, Instant now) {
        topic.told(last, now);
        for (Change change : missed) {
            tell(topic, change, now);
        }
    }

    private void flush(Following topic, Instant now) {
        Change waiting = topic.waiting();
        if (topic.isStale()) {
            snapshot(topic, now);
        } else if (waiting != null) {
            tell(topic, waiting, now);
        }
    }

    private void tell(Following topic, Change change, Instant now) {
        send(new DeltaFrame(topic.channel().name().text(), change.seq(), topic.lastSeq(), change.at(), change.data()));
        topic.told(change.seq(), now);
    }

    private void snapshot(Following topic, Instant now) {
        Channel channel = topic.channel();
        send(new SnapshotFrame(channel.name().text(), channel.seq(), channel.asOf(), channel.state()));
        topic.told(channel.seq(), now);
    }

    /** How long a client may take. */
    record Patience(Duration heartbeat, long slowBytes, Duration slowAfter) {}
}
