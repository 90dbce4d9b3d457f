package io.fluxhero.launcher.chaos;

import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.fill.OrderCancelled;
import io.fluxhero.contracts.fill.OrderExpired;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.fill.OrderRejected;
import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Listens to orders and fills as they pass: which orders are on their way, and how far the decisions are. */
final class Traffic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread listener;
    private final Set<String> inFlight = new HashSet<>();
    private final Map<String, Instant> endedAt = new HashMap<>();

    private volatile boolean closing;
    private long approvals;
    private Instant decided = Instant.EPOCH;

    Traffic(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "enable.auto.commit",
                        false,
                        "reconnect.backoff.max.ms",
                        250,
                        "retry.backoff.max.ms",
                        250),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(Topics.ORDERS, Topics.FILLS)) {
            consumer.partitionsFor(topic)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        listener = Thread.ofPlatform().daemon().name("traffic").start(this::listen);
    }

    /** Waits until one more order is approved; whether one was. */
    synchronized boolean awaitApproval(Duration patience) throws InterruptedException {
        long seen = approvals;
        long deadline = System.nanoTime() + patience.toNanos();
        while (approvals == seen) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Approved orders of which no end was heard yet. */
    synchronized Set<String> inFlight() {
        return Set.copyOf(inFlight);
    }

    /** Open time of the last bar that was decided. */
    synchronized Instant decided() {
        return decided;
    }

    /** Whether the end of this order, by the stamp of its message, came at {@code moment} or later. */
    synchronized boolean endedSince(String order, Instant moment) {
        Instant end = endedAt.get(order);
        return end != null && !end.isBefore(moment);
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (consumer) {
            while (!closing) {
                consumer.poll(POLL).forEach(this::hear);
            }
        } catch (org.apache.kafka.common.errors.WakeupException e) {
            if (!closing) {
                throw e;
            }
        }
    }

    private void hear(ConsumerRecord<String, byte[]> message) {
        Instant stamp = Instant.ofEpochMilli(message.timestamp());
        try {
            if (message.topic().equals(Topics.ORDERS)) {
                hear(Wire.read(message.value(), OrderMessage.class));
            } else {
                hear(Wire.read(message.value(), FillMessage.class), stamp);
            }
        } catch (IOException e) {
            throw new IllegalStateException(message.topic() + " carries what is no message at " + message.offset(), e);
        }
    }

    private synchronized void hear(OrderMessage message) {
        switch (message) {
            case OrderApproved order -> {
                if (!endedAt.containsKey(order.orderId())) {
                    inFlight.add(order.orderId());
                    approvals++;
                    notifyAll();
                }
            }
            case BarDecided bar -> decided = bar.barTime();
            default -> {
                // denials and changes open no order
            }
        }
    }

    private synchronized void hear(FillMessage message, Instant stamp) {
        switch (message) {
            case OrderFilled fill -> {
                if (fill.remainingQuantity() == 0) {
                    end(fill.orderId(), stamp);
                }
            }
            case OrderCancelled cancelled -> end(cancelled.orderId(), stamp);
            case OrderExpired expired -> end(expired.orderId(), stamp);
            case OrderRejected rejected -> end(rejected.orderId(), stamp);
            default -> {
                // the order lives on
            }
        }
    }

    private void end(String order, Instant stamp) {
        inFlight.remove(order);
        endedAt.putIfAbsent(order, stamp);
    }
}
