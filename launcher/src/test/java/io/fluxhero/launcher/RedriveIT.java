package io.fluxhero.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.Topics;
import io.fluxhero.launcher.home.LockFile;
import io.fluxhero.launcher.home.Ports;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.kafka.EmbeddedKafka;
import io.fluxhero.launcher.kafka.KafkaTopics;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Dead letters on a real Kafka; what a service does with them is tested on the whole system. Each test has a topic. */
class RedriveIT {

    private static final Ports PORTS = new Ports(busy -> {});
    private static final String VALUE = "{\"close\":1}\u001b[2J" + "x".repeat(80);

    @TempDir
    private static Path home;

    private static EmbeddedKafka kafka;
    private static KafkaProducer<byte[], byte[]> producer;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeAll
    static void starts() throws Exception {
        kafka = EmbeddedKafka.start(
                home.resolve("kafka"), PORTS.choose("Kafka", 29_292), PORTS.choose("Kafka's controller", 29_392));
        new KafkaTopics(kafka.bootstrap()).create();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stops() {
        producer.close();
        kafka.close();
        PORTS.close();
    }

    @Test
    void sends_what_it_was_back_to_its_partition_once() throws Exception {
        byte[] key = {'S', 'P', 'X', (byte) 0xFF};
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(Topics.CANDLES, 2, key, bytes(VALUE));
        message.headers().add("ce_id", bytes("cnd-1")).add("traced", new byte[] {(byte) 0x80});
        send(message);
        bury(read(Topics.CANDLES).getFirst(), "no such column\nat line 1");

        assertThat(redrive("candles.dlq", "--yes")).as(err.toString()).isZero();

        List<ConsumerRecord<byte[], byte[]>> candles = read(Topics.CANDLES);
        assertThat(candles).hasSize(2);
        ConsumerRecord<byte[], byte[]> again = candles.get(1);
        assertThat(again.partition()).isEqualTo(2);
        assertThat(again.key()).isEqualTo(key);
        assertThat(again.value()).isEqualTo(bytes(VALUE));
        assertThat(again.headers().lastHeader("traced").value()).isEqualTo(new byte[] {(byte) 0x80});
        assertThat(headers(again))
                .containsOnlyKeys("ce_id", "traced", "redrive-of", "redrive-count", "redrive-by")
                .containsEntry("ce_id", "cnd-1")
                .containsEntry("redrive-of", "candles-2@0")
                .containsEntry("redrive-count", "1")
                .containsEntry("redrive-by", System.getProperty("user.name"));
        assertThat(out.toString())
                .contains(
                        "0@0", "SPX.", "no such column.at line 1", "{\"close\":1}.[2J", "1 message to send to candles")
                .doesNotContain("\u001b");
        assertThat(Files.readString(folder.resolve("logs/launcher.log")))
                .contains(System.getProperty("user.name") + " sent 1 message of candles.dlq back to candles")
                .contains("candles.dlq-0@0");

        assertThat(redrive("candles.dlq", "--yes")).isZero();
        assertThat(read(Topics.CANDLES)).as("the second call sends nothing").hasSize(2);
        assertThat(out.toString()).contains("0 messages to send to candles; left out: 1 sent before");
        assertThat(redrive("candles.dlq", "--yes", "--again")).isZero();
        assertThat(headers(read(Topics.CANDLES).get(2))).containsEntry("redrive-count", "2");
    }

    @Test
    void a_letter_that_fails_again_is_another_letter_and_counted() throws Exception {
        send(message(Topics.SIGNALS, "s-1"));
        bury(read(Topics.SIGNALS).getFirst(), "first fault");
        assertThat(redrive("signals.dlq", "--yes")).isZero();
        bury(read(Topics.SIGNALS).get(1), "second fault");

        assertThat(redrive("signals.dlq", "--yes")).isZero();

        List<ConsumerRecord<byte[], byte[]>> signals = read(Topics.SIGNALS);
        assertThat(signals).hasSize(3);
        assertThat(headers(signals.get(2)))
                .containsEntry("redrive-count", "2")
                .containsEntry("redrive-of", place(signals.get(1)));
        assertThat(out.toString()).contains("1 message to send to signals; left out: 1 sent before");
    }

    @Test
    void a_message_that_two_services_buried_is_sent_once() throws Exception {
        send(message(Topics.INDICATORS, "i-1"));
        bury(read(Topics.INDICATORS).getFirst(), "says one");
        bury(read(Topics.INDICATORS).getFirst(), "says the other");

        assertThat(redrive("indicators.dlq", "--yes")).isZero();
        assertThat(redrive("indicators.dlq", "--yes", "--offsets", "1")).isZero();

        assertThat(read(Topics.INDICATORS)).hasSize(2);
        assertThat(out.toString()).contains("left out: 1 same message", "left out: 1 sent before");
    }

    @Test
    void sends_those_that_are_meant_and_only_when_told_so() throws Exception {
        for (String id : List.of("f-0", "f-1", "f-2", "f-3")) {
            send(message(Topics.FILLS, id));
        }
        List<ConsumerRecord<byte[], byte[]>> fills = read(Topics.FILLS);
        for (ConsumerRecord<byte[], byte[]> fill : fills) {
            bury(fill, fill.offset() == 2 ? "Broken Pipe" : "no such column");
        }

        assertThat(redrive("fills.dlq", "--dry-run")).isZero();
        assertThat(out.toString()).contains("4 messages to send to fills");
        assertThat(answering("", "fills.dlq")).isEqualTo(1);
        assertThat(answering("no\n", "fills.dlq")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing was sent; --yes sends without asking");
        assertThat(ids(Topics.FILLS)).containsExactly("f-0", "f-1", "f-2", "f-3");
        assertThat(redrive("fills.dlq", "--yes", "--reason", "broken pipe")).isZero();
        assertThat(ids(Topics.FILLS)).endsWith("f-3", "f-2");
        assertThat(answering("y\n", "fills.dlq", "--offsets", "0,2-")).isZero();

        assertThat(ids(Topics.FILLS)).containsExactly("f-0", "f-1", "f-2", "f-3", "f-2", "f-0", "f-3");
        assertThat(redrive("fills.dlq", "--reason", "no such reason")).isEqualTo(1);
        assertThat(err.toString()).contains("no letter on fills.dlq is one of these");
    }

    @Test
    void sends_nothing_that_says_to_come_from_elsewhere() throws Exception {
        int before = read(Topics.ORDERS).size();
        ProducerRecord<byte[], byte[]> forged = message("risk-alerts.dlq", "forged");
        burial(forged, Topics.ORDERS, 0, 0, "let me in");
        send(forged);
        send(message("risk-alerts.dlq", "copied by hand"));

        assertThat(redrive("risk-alerts.dlq", "--yes")).isZero();

        assertThat(read(Topics.ORDERS)).hasSize(before);
        assertThat(read(Topics.RISK_ALERTS)).isEmpty();
        assertThat(out.toString()).contains("0 messages to send to risk-alerts; left out: 2 not ours");
    }

    @Test
    void says_what_is_not_there() {
        assertThat(redrive("quotes.dlq", "--yes")).isEqualTo(1);
        assertThat(err.toString()).contains("no topic 'quotes.dlq'", "dead letters are on candles.dlq, fills.dlq");
        assertThat(redrive("orders.dlq", "--yes")).isEqualTo(1);
        assertThat(err.toString()).contains("orders.dlq is empty: there is nothing to send");
        assertThat(run("orders.dlq", "--yes", "--kafka", "127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString()).contains("fluxhero: Kafka at 127.0.0.1:1: ");
        assertThat(run("orders.dlq", "--yes", "--kafka", "nowhere")).isEqualTo(1);
        assertThat(err.toString()).contains("fluxhero: Kafka at nowhere: ");
    }

    @Test
    void two_do_not_send_at_once() throws Exception {
        StateFolder state = new StateFolder(folder);
        state.create();
        try (LockFile other = LockFile.tryHold(state.redriveLock()).orElseThrow()) {
            assertThat(other).isNotNull();
            assertThat(redrive("orders.dlq", "--yes")).isEqualTo(1);
        }
        assertThat(err.toString()).contains("another redrive is at work");
    }

    private int redrive(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--kafka", kafka.bootstrap()));
        return run(arguments.toArray(String[]::new));
    }

    private int answering(String answer, String... options) {
        InputStream usual = System.in;
        System.setIn(new ByteArrayInputStream(bytes(answer)));
        try {
            return redrive(options);
        } finally {
            System.setIn(usual);
        }
    }

    private int run(String... options) {
        CommandLine fluxhero = FluxHero.commandLine();
        fluxhero.setOut(new PrintWriter(out));
        fluxhero.setErr(new PrintWriter(err));
        List<String> arguments = new ArrayList<>(List.of("redrive", "--data-dir", folder.toString()));
        arguments.addAll(List.of(options));
        return fluxhero.execute(arguments.toArray(String[]::new));
    }

    /** As the outbox of a service does it. */
    private static void bury(ConsumerRecord<byte[], byte[]> failed, String reason) throws Exception {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topics.deadLettersOf(failed.topic()), failed.key(), failed.value());
        failed.headers().forEach(letter.headers()::add);
        burial(letter, failed.topic(), failed.partition(), failed.offset(), reason);
        send(letter);
    }

    private static void burial(
            ProducerRecord<byte[], byte[]> letter, String topic, int partition, long offset, String reason) {
        letter.headers()
                .add("dlq-reason", bytes(reason))
                .add("dlq-exception", bytes("java.lang.IllegalStateException"))
                .add("dlq-topic", bytes(topic))
                .add("dlq-partition", bytes(String.valueOf(partition)))
                .add("dlq-offset", bytes(String.valueOf(offset)));
    }

    private static ProducerRecord<byte[], byte[]> message(String topic, String id) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, bytes("k"), bytes("{\"id\":1}"));
        message.headers().add("ce_id", bytes(id));
        return message;
    }

    private static void send(ProducerRecord<byte[], byte[]> message) throws Exception {
        RecordMetadata sent = producer.send(message).get();
        assertThat(sent.hasOffset()).isTrue();
    }

    private static List<String> ids(String topic) {
        return read(topic).stream()
                .map(one -> headers(one).getOrDefault("ce_id", ""))
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new TreeMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static String place(ConsumerRecord<byte[], byte[]> message) {
        return message.topic() + "-" + message.partition() + "@" + message.offset();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
