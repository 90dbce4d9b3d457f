package io.fluxhero.simulation.log;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.simulation.world.Chance;
import io.fluxhero.simulation.world.Fault;
import io.fluxhero.simulation.world.Faults;
import io.fluxhero.simulation.world.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The model of the log that services meet on. It acknowledges what it keeps, and sometimes keeps what it did not acknowledge. */
public final class Topics {

    private static final int LONGEST_OUTAGE = 5;

    private final Map<String, Topic> topics = new TreeMap<>();
    private final Faults faults;
    private final Chance chance;
    private final Trace trace;
    private final Carrier carrier;
    private int refusals;
    private int poisoned;

    /**
     * @param carrier makes the bytes of messages
     */
    public Topics(Carrier carrier, Faults faults, Chance chance, Trace trace) {
        this.carrier = carrier;
        this.faults = faults;
        this.chance = chance.about("topics");
        this.trace = trace;
    }

    /** The topic of this name, made where it is new. */
    public Topic topic(String name) {
        return topics.computeIfAbsent(name, made -> new Topic(made, 2));
    }

    /** How many records mean nothing. */
    public int poisoned() {
        return poisoned;
    }

    /** Whether writes are being refused. */
    public boolean isAway() {
        return refusals > 0;
    }

    /** How messages become bytes here. */
    public Carrier carrier() {
        return carrier;
    }

    /** Every topic. */
    public Collection<Topic> all() {
        return topics.values();
    }

    /** Writes one message, as somebody whom we do not simulate; it may come twice, or with bytes in front that mean nothing. */
    public void append(String topic, Message message) {
        String key = message.key();
        byte[] value = carrier.bytesOf(message);
        if (faults.strikes(Fault.POISON)) {
            poisoned++;
            keep(topic, key, "{\"type\":".getBytes(StandardCharsets.UTF_8));
        }
        keep(topic, key, value);
        if (faults.strikes(Fault.DUPLICATE_RECORD)) {
            keep(topic, key, value);
        }
    }

    /** Writes one message in the name of a service that should not be there. */
    public void haunt(Message message) {
        keep(topicOf(message), message.key(), carrier.bytesOf(message));
    }

    private static String topicOf(Message message) {
        return message instanceof OrderMessage
                ? io.fluxhero.contracts.Topics.ORDERS
                : io.fluxhero.contracts.Topics.FILLS;
    }

    /** Writes one message, as a service does. */
    public void write(String topic, @Nullable String key, byte @Nullable [] value) throws IOException {
        if (refusals > 0) {
            refusals--;
            throw new IOException("the topics are away");
        }
        if (faults.strikes(Fault.BROKER_OF_TOPICS_AWAY)) {
            refusals = chance.below(LONGEST_OUTAGE);
            if (chance.odds(0.5)) {
                keep(topic, key, value);
            }
            throw new IOException("the topics did not acknowledge");
        }
        keep(topic, key, value);
    }

    private void keep(String topic, @Nullable String key, byte @Nullable [] value) {
        trace.add(topic, carrier.nameOf(value), value == null ? 0 : value.length);
        if (trace.isInWords()) {
            trace.tell(carrier.wordsOf(value));
        }
        topic(topic).append(key == null ? "" : key, value);
    }
}
