package io.fluxhero.simulation.service;

import io.fluxhero.contracts.Message;
import io.fluxhero.outbox.CommitsLost;
import io.fluxhero.outbox.Direct;
import io.fluxhero.outbox.Handler;
import io.fluxhero.outbox.Inbox;
import io.fluxhero.outbox.Intake;
import io.fluxhero.outbox.KnownOffsets;
import io.fluxhero.outbox.OneTransaction;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.Publication;
import io.fluxhero.outbox.Received;
import io.fluxhero.simulation.database.Database;
import io.fluxhero.simulation.database.Mailbox;
import io.fluxhero.simulation.log.Subscription;
import io.fluxhero.simulation.log.Topic;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.world.Chance;
import io.fluxhero.simulation.world.Fault;
import io.fluxhero.simulation.world.Killed;
import io.fluxhero.simulation.world.VirtualClock;
import io.fluxhero.simulation.world.World;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** One service: it takes messages in, commits, publishes, and dies wherever it is when its time has come. */
public abstract class MortalService {

    private static final int MOST_PAUSES = 60;
    private static final int LONGEST_RESTART_MILLIS = 4_000;
    private static final int RELAY_PAUSE_MILLIS = 1_000;

    private final String name;
    private final World world;
    private final Topics topics;
    private final Chance chance;
    private final VirtualClock clock;
    private final Database database;
    private final Mailbox mailbox;
    private final Outbox outbox;
    private final Inbox inbox;
    private KnownOffsets known;
    private OneTransaction oneTransaction;
    private final Intake intake;
    private final Publication publication;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private boolean alive;
    private boolean relayScheduled;
    private long generation;
    private int pauses;

    protected MortalService(String name, World world, Topics topics, Wiring wiring, Set<String> stopTopics) {
        this.name = name;
        this.world = world;
        this.topics = topics;
        this.chance = world.chance().about(name);
        this.clock = new VirtualClock(world.agenda());
        this.database = new Database(name, world.faults(), world.chance(), world.trace());
        this.mailbox = new Mailbox(database, topics.carrier(), this::scheduleRelay);
        this.outbox = wiring.outbox(name, mailbox, topics);
        this.inbox = wiring.inbox(name, mailbox);
        this.database.onForgotten(() -> in(RELAY_PAUSE_MILLIS, this::compareOffsets));
        this.known = new KnownOffsets(inbox);
        this.oneTransaction = new OneTransaction(inbox, outbox, known);
        this.intake = new Intake(stopTopics, Duration.ofMillis(100), this::pause);
        this.publication = new Publication(wiring.waitlist(name, mailbox), this::publish);
    }

    /** What a process builds anew at each start; nothing of the one before survives but the database. */
    protected abstract void started();

    protected final World world() {
        return world;
    }

    protected final Chance chance() {
        return chance;
    }

    protected final VirtualClock clock() {
        return clock;
    }

    public final Database database() {
        return database;
    }

    protected final Outbox outbox() {
        return outbox;
    }

    /** Whether it runs. */
    public final boolean isAlive() {
        return alive;
    }

    /** Whether nothing waits to be read or published. */
    public final boolean isAtRest() {
        return alive && mailbox.isEmpty() && subscriptions.stream().allMatch(Subscription::isCaughtUp);
    }

    /** Reads every partition of a topic. */
    protected final <M extends Message> void subscribe(String topic, Class<M> type, Handler<M> handler) {
        Topic source = topics.topic(topic);
        for (int partition = 0; partition < source.width(); partition++) {
            subscriptions.add(new Subscription(
                    source,
                    partition,
                    new Reading<>(new MessageDecoder<>(topics.carrier(), type), handler),
                    world.agenda(),
                    world.faults(),
                    chance.about(topic + partition),
                    world.trace()));
        }
    }

    /** Takes messages in that did not come by their topic. */
    protected final <M> void takeDirectly(String topic, List<Direct<M>> messages, Handler<M> handler) {
        pauses = 0;
        intake.direct(() -> database.transaction(() -> oneTransaction.runDirect(topic, messages, handler)));
    }

    /** Starts it, or starts it again. */
    public final void start() {
        alive = true;
        generation++;
        known = new KnownOffsets(inbox);
        oneTransaction = new OneTransaction(inbox, outbox, known);
        world.trace().add("start", name, generation);
        guarded(() -> {
            try {
                started();
            } catch (IllegalStateException e) {
                throw new Killed();
            }
            subscriptions.forEach(Subscription::open);
            scheduleRelay();
        });
    }

    /** Kills it; somebody starts it again. */
    public final void die() {
        alive = false;
        relayScheduled = false;
        generation++;
        world.trace().add("die", name, generation);
        subscriptions.forEach(Subscription::close);
        world.agenda().in(100 + chance.below(LONGEST_RESTART_MILLIS), this::start);
    }

    /** Does it after a time, if this very process still lives then. */
    protected final void in(long millis, Runnable what) {
        long mine = generation;
        world.agenda().in(millis, () -> {
            if (alive && generation == mine) {
                guarded(what);
            }
        });
    }

    /** Does it now; an error that kills ends the process. */
    protected final void guarded(Runnable what) {
        if (world.faults().strikes(Fault.CLOCK_SKEW)) {
            clock.skew(chance.between(-1_500, 1_500));
        }
        try {
            what.run();
        } catch (Killed | CommitsLost end) {
            die();
            return;
        }
        if (world.faults().strikes(Fault.KILLED)) {
            die();
        }
    }

    /** Does it in a transaction, again and again while the database is away. */
    private void untilAnswered(Runnable what) {
        pauses = 0;
        while (true) {
            try {
                database.transaction(what);
                return;
            } catch (IllegalStateException e) {
                pause(Duration.ofSeconds(1));
            }
        }
    }

    private void compareOffsets() {
        try {
            known.compareAll();
        } catch (SQLException e) {
            throw new IllegalStateException("rows in memory are always there", e);
        }
    }

    private void scheduleRelay() {
        if (alive && !relayScheduled && !mailbox.isEmpty()) {
            relayScheduled = true;
            in(chance.below(8), this::relay);
        }
    }

    private void relay() {
        relayScheduled = false;
        try {
            publication.publishOldest();
        } catch (IOException | SQLException e) {
            world.trace().add("relay.waits", name, 0);
            relayScheduled = true;
            in(RELAY_PAUSE_MILLIS, this::relay);
            return;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a model", e);
        }
        scheduleRelay();
    }

    private void publish(List<ProducerRecord<String, byte[]>> records) throws IOException {
        for (ProducerRecord<String, byte[]> message : records) {
            topics.write(message.topic(), message.key(), message.value());
        }
        if (world.faults().strikes(Fault.KILLED_AFTER_PUBLISH)) {
            throw new Killed();
        }
    }

    private void pause(Duration length) {
        world.trace().add("pause", name, length.toMillis());
        if (++pauses > MOST_PAUSES) {
            throw new Stuck(name + " stands still before a message that it can neither handle nor skip");
        }
    }

    /** A message stops its topic for ever. */
    public static final class Stuck extends Error {

        private static final long serialVersionUID = 1L;

        Stuck(String detail) {
            super(detail);
        }
    }

    private final class Reading<M extends Message> implements Subscription.Reader {

        private final MessageDecoder<M> decoder;
        private final Handler<M> handler;

        Reading(MessageDecoder<M> decoder, Handler<M> handler) {
            this.decoder = decoder;
            this.handler = handler;
        }

        @Override
        public void read(List<ConsumerRecord<String, byte[]>> batch) {
            List<Received<M>> received = new ArrayList<>(batch.size());
            for (ConsumerRecord<String, byte[]> one : batch) {
                received.add(Received.from(one, decoder));
            }
            pauses = 0;
            guarded(() -> intake.take(received, this::commit));
        }

        private void commit(List<Received<M>> received) {
            database.transaction(() -> oneTransaction.run(received, handler));
            known.committed(received);
        }

        @Override
        public long storedPosition(String topic, int partition) {
            TopicPartition subject = new TopicPartition(topic, partition);
            long next = mailbox.nextOffset(subject).orElse(0);
            known.confirmed(subject, next);
            return next;
        }

        @Override
        public void forgetPosition(String topic, int partition) {
            TopicPartition subject = new TopicPartition(topic, partition);
            known.forget(subject);
            guarded(() -> untilAnswered(() -> mailbox.moveTo(Map.of(subject, 0L))));
        }
    }
}
