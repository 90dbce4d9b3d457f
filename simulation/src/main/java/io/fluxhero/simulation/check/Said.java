package io.fluxhero.simulation.check;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.simulation.database.Mailbox;
import io.fluxhero.simulation.log.Topic;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.world.Broken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What stands on the topics at the end of the day, each message once however often it was written. */
final class Said {

    private final Topics topics;

    Said(Topics topics) {
        this.topics = topics;
    }

    void check() {
        deadLetters();
        decided();
        settled();
    }

    /** I13: what could not be read is with the dead letters, and nothing else is. */
    private void deadLetters() {
        Set<String> dead = new HashSet<>();
        for (Topic topic : topics.all()) {
            if (topic.name().endsWith(Mailbox.DEAD)) {
                topic.all().forEach(one -> dead.add(new String(one.value(), StandardCharsets.UTF_8)));
            }
        }
        Broken.unless(
                dead.size() == topics.poisoned(), "I13", topics.poisoned() + " records mean nothing, dead are " + dead);
    }

    /** I9, I10: bars are decided once and in order, and a signal leads to one entry at most. */
    private void decided() {
        Instant last = Instant.MIN;
        Map<String, String> entries = new HashMap<>();
        for (OrderMessage message : once(io.fluxhero.contracts.Topics.ORDERS, OrderMessage.class)) {
            if (message instanceof BarDecided bar) {
                Broken.unless(bar.barTime().isAfter(last), "I10", bar.barTime() + " was decided after " + last);
                last = bar.barTime();
            }
            boolean opens = message instanceof OrderApproved order
                    && order.signalId() != null
                    && order.intent().name().equals(Intent.ENTRY.name());
            if (opens && message instanceof OrderApproved order) {
                String other = entries.put(order.signalId(), order.orderId());
                Broken.unless(other == null, "I9", order.signalId() + " leads to " + order.orderId() + " and " + other);
            }
        }
    }

    /** I9: bars are settled once, executions told once. */
    private void settled() {
        Set<String> bars = new HashSet<>();
        Set<String> candles = candles();
        Set<String> fills = new HashSet<>();
        for (FillMessage message : once(io.fluxhero.contracts.Topics.FILLS, FillMessage.class)) {
            if (message instanceof BarSettled bar) {
                String name = bar.symbol() + '@' + bar.barTime();
                Broken.unless(bars.add(name), "I9", name + " was settled twice");
                Broken.unless(candles.contains(name), "I10", name + " was settled and never was a candle");
            }
            if (message instanceof OrderFilled filled) {
                Broken.unless(fills.add(filled.fillId()), "I9", filled.fillId() + " was told twice");
            }
        }
    }

    private Set<String> candles() {
        Set<String> candles = new HashSet<>();
        for (ConsumerRecord<String, byte[]> one :
                topics.topic(io.fluxhero.contracts.Topics.CANDLES).all()) {
            try {
                CandleMessage message = topics.carrier().messageOf(one.value(), CandleMessage.class);
                if (message instanceof CandleClosed closed) {
                    candles.add(closed.symbol() + '@' + closed.openTime());
                }
            } catch (IOException poison) {
                // counted with the dead letters
            }
        }
        return candles;
    }

    private <M extends Message> List<M> once(String topic, Class<M> type) {
        List<M> messages = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ConsumerRecord<String, byte[]> one : topics.topic(topic).all()) {
            M message = read(one, type);
            if (ids.add(message.meta().messageId())) {
                messages.add(message);
            }
        }
        return messages;
    }

    private <M extends Message> M read(ConsumerRecord<String, byte[]> one, Class<M> type) {
        try {
            return topics.carrier().messageOf(one.value(), type);
        } catch (IOException e) {
            throw new Broken("I13", one.topic() + " has something that means nothing: " + e.getMessage());
        }
    }
}
