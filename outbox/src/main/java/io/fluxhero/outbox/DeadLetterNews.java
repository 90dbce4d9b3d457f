package io.fluxhero.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells observers of dead letters, without telling the same of every one of many. */
@ApplicationScoped
class DeadLetterNews {

    private static final Duration QUIET_FOR = Duration.ofMinutes(1);

    private final Event<DeadLettered> event;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    private record Told(String place, long nanos) {}

    DeadLetterNews(Event<DeadLettered> event) {
        this.event = event;
    }

    void buried(ConsumerRecord<String, byte[]> dead, String place, Exception reason) {
        long now = System.nanoTime();
        Told last = told.get(dead.topic());
        // One that was rolled back comes again, and then nothing has been told.
        if (last == null || last.place().equals(place) || now - last.nanos() >= QUIET_FOR.toNanos()) {
            told.put(dead.topic(), new Told(place, now));
            String why = PostgresOutbox.inWords(reason).lines().findFirst().orElse("");
            event.fire(new DeadLettered(dead.topic(), place, PostgresOutbox.storable(why)));
        }
    }
}
