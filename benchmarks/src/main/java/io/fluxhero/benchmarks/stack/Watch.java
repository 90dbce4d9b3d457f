package io.fluxhero.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the topics as anybody may, and notes what follows from each candle and how long it took. */
final class Watch implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration SAMPLE = Duration.ofSeconds(10);

    private final KafkaConsumer<String, byte[]> reader;
    private final Awaited indicators = new Awaited();
    private final Awaited settlements = new Awaited();
    private final Awaited decisions = new Awaited();
    private final Awaited acceptances = new Awaited();
    private Latencies orders = new Latencies();
    private final Set<String> times = new HashSet<>();
    private final List<Integer> lags = new ArrayList<>();
    private boolean admitting = true;
    private long candles;
    private long signals;
    private long fills;
    private long decided;

    Watch(String kafka) {
        reader = Clients.reader(kafka, List.of("candles", "indicators", "signals", "orders", "fills"));
    }

    /** Watches for a while; every ten seconds it notes how many bars wait for their decision. */
    void during(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        long sample = System.nanoTime() + SAMPLE.toNanos();
        while (System.nanoTime() < end) {
            look();
            if (System.nanoTime() >= sample) {
                lags.add(decisions.open());
                sample += SAMPLE.toNanos();
            }
        }
    }

    /** Takes no new candles and waits until all that follows from the others is there, or for so long. */
    void drain(Duration longest) throws IOException {
        admitting = false;
        long end = System.nanoTime() + longest.toNanos();
        while (lost() > 0 && System.nanoTime() < end) {
            look();
        }
    }

    private void look() throws IOException {
        for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
            take(record, Clients.now());
        }
    }

    private void take(ConsumerRecord<String, byte[]> record, double now) throws IOException {
        JsonNode message = JSON.readTree(record.value());
        String time = message.path("barTime").asText();
        String bar = message.path("symbol").asText() + "@" + time;
        switch (message.path("type").asText()) {
            case "candle-closed" -> candle(message, record.timestamp());
            case "indicators-updated" -> indicators.answered(bar, now);
            case "entry-signalled", "exit-signalled" -> signals++;
            case "bar-settled" -> settlements.answered(bar, now);
            case "bar-decided" -> {
                decided++;
                decisions.answered(time, now);
            }
            case "order-approved" -> approved(message.path("orderId").asText(), decisions.since(time), now);
            case "order-accepted" ->
                acceptances.answered(message.path("orderId").asText(), now);
            case "order-filled" -> fills++;
            default -> {
                // Other messages say nothing about speed.
            }
        }
    }

    private void candle(JsonNode candle, long written) {
        if (!admitting) {
            return;
        }
        String time = candle.path("openTime").asText();
        String bar = candle.path("symbol").asText() + "@" + time;
        candles++;
        indicators.asked(bar, written);
        settlements.asked(bar, written);
        if (times.add(time)) {
            decisions.asked(time, written);
        }
    }

    private void approved(String orderId, @Nullable Long written, double now) {
        if (written != null) {
            orders.add(now - written);
            acceptances.asked(orderId, written);
        }
    }

    long candles() {
        return candles;
    }

    long bars() {
        return times.size();
    }

    long signals() {
        return signals;
    }

    long fills() {
        return fills;
    }

    /** Bars that were decided, whenever their candles came. */
    long decided() {
        return decided;
    }

    /** Candles without an answer of the strategy or of the broker, and bars without a decision. */
    long lost() {
        return indicators.open() + settlements.open() + (long) decisions.open();
    }

    /** Bars that waited for their decision, every ten seconds. */
    List<Integer> lags() {
        return List.copyOf(lags);
    }

    /** What arrived since the start or the last call. */
    Arrivals startOver() {
        Arrivals arrivals = new Arrivals(
                indicators.takeLatencies(), decisions.takeLatencies(), orders, acceptances.takeLatencies());
        orders = new Latencies();
        return arrivals;
    }

    @Override
    public void close() {
        reader.close();
    }
}
