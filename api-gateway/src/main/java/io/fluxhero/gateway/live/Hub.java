package io.fluxhero.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** All topics and all clients, under one lock: what is published is numbered and told in one order. */
@ApplicationScoped
class Hub {
    private static final Logger LOG = Logger.getLogger(Hub.class);
    private static final long TICK_MS = 50;

    private final Map<String, Channel> channels = new HashMap<>();
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hub-ticker").daemon().factory());
    private final ObjectMapper json;
    private final InstantSource clock;
    private final long firstSeq;

    Hub(ObjectMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
        this.firstSeq = clock.instant().toEpochMilli();
    }

    @PostConstruct
    void start() {
        var _ = ticker.scheduleAtFixedRate(this::tickSafely, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        ticker.shutdownNow();
    }

    void publish(TopicName topic, Object data) {
        JsonNode tree = json.valueToTree(data);
        synchronized (this) {
            Channel channel = channel(topic);
            Change change = channel.publish(tree, clock.instant());
            clients.values().forEach(client -> client.hear(channel, change));
        }
    }

    /** The same, unless nothing has changed. */
    void publishIfNew(TopicName topic, Object data) {
        JsonNode tree = json.valueToTree(data);
        synchronized (this) {
            if (tree.equals(channel(topic).state())) {
                return;
            }
        }
        publish(topic, data);
    }

    synchronized void join(String id, Client client, Consumer<List<Channel>> welcome) {
        clients.put(id, client);
        welcome.accept(List.copyOf(channels.values()));
    }

    synchronized void follow(Session session, long id, List<TopicName> topics, Map<String, Long> resume) {
        session.follow(id, topics.stream().map(this::channel).toList(), resume, clock.instant());
    }

    synchronized void leave(Session session, long id, List<String> topics) {
        session.leave(id, topics);
    }

    synchronized void part(String id) {
        clients.remove(id);
    }

    boolean isListenedTo() {
        return !clients.isEmpty();
    }

    synchronized void tick(Instant now) {
        clients.values().forEach(client -> client.tick(now));
    }

    private Channel channel(TopicName name) {
        return channels.computeIfAbsent(name.text(), text -> new Channel(name, firstSeq, clock.instant()));
    }

    private void tickSafely() {
        try {
            tick(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("hub.tick failed; the next one follows", e);
        }
    }
}
