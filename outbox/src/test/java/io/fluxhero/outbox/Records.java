package io.fluxhero.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Records whose value is their message id; {@code bad} is no message. */
final class Records {

    static final String TOPIC = "orders";

    static final Decoder<String> DECODER = new Decoder<>() {
        @Override
        public String decode(byte @Nullable [] value) throws IOException {
            String text = new String(value == null ? new byte[0] : value, StandardCharsets.UTF_8);
            if (text.equals("bad")) {
                throw new IOException("no message");
            }
            return text;
        }

        @Override
        public String messageId(String message) {
            return message;
        }

        @Override
        public String correlationId(String message) {
            return "of " + message;
        }
    };

    private Records() {}

    static Received<String> record(int partition, long offset, String value) {
        return Received.from(
                new ConsumerRecord<>(TOPIC, partition, offset, "key", value.getBytes(StandardCharsets.UTF_8)), DECODER);
    }

    static List<Received<String>> from(long offset, String... values) {
        List<Received<String>> records = new ArrayList<>();
        for (String value : values) {
            records.add(record(0, offset + records.size(), value));
        }
        return records;
    }

    /** What an outbox was given: message ids, and dead letters as {@code dead:place}. */
    static final class Kept implements Outbox {

        final List<String> said = new ArrayList<>();

        @Override
        public void appendAll(List<OutboxMessage> messages) {
            messages.forEach(message -> said.add(message.messageId()));
        }

        @Override
        public void appendDeadLetter(ConsumerRecord<String, byte[]> dead, Exception reason) {
            said.add("dead:" + dead.offset() + " " + reason.getMessage());
        }
    }
}
