package io.fluxhero.launcher;

import io.fluxhero.launcher.home.RunStateFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what stands on a topic, one JSON value a line: the smallest consumer there is. */
@Command(
        name = "consume",
        mixinStandardHelpOptions = true,
        description = "Prints the messages of a topic from the beginning, one JSON value a line.")
final class ConsumeCommand implements Callable<Integer> {

    private static final Duration SILENCE = Duration.ofSeconds(3);

    @Mixin
    private final DataFolder data = new DataFolder();

    @Parameters(index = "0", paramLabel = "TOPIC", description = "For example signals, orders or candles.dlq.")
    private String topic = "";

    @Option(names = "--max", paramLabel = "N", description = "Stop after N messages. Default: all there are.")
    private long max = Long.MAX_VALUE;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written from now on.")
    private boolean follow;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Another Kafka than that of the running stack.")
    private @Nullable String kafka;

    @Override
    public Integer call() throws IOException {
        String servers = servers();
        if (servers == null) {
            System.err.println("fluxhero: nothing runs here: ./fluxhero up starts it, or name a Kafka with --kafka");
            return 1;
        }
        // The client tells its whole configuration at INFO; who reads messages wants only messages.
        Logger.getLogger("").setLevel(Level.WARNING);
        try (KafkaConsumer<String, String> consumer = consumer(servers)) {
            List<PartitionInfo> partitions = consumer.listTopics().get(topic);
            if (partitions == null) {
                System.err.println("fluxhero: no topic '" + topic + "'; there are "
                        + String.join(", ", new TreeSet<>(consumer.listTopics().keySet())));
                return 1;
            }
            List<TopicPartition> all = partitions.stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            print(consumer);
        }
        return 0;
    }

    private void print(KafkaConsumer<String, String> consumer) {
        long printed = 0;
        while (printed < max) {
            var records = consumer.poll(SILENCE);
            if (records.isEmpty() && !follow) {
                return;
            }
            for (ConsumerRecord<String, String> message : records) {
                if (printed++ < max) {
                    System.out.println(message.value());
                }
            }
        }
    }

    private @Nullable String servers() throws IOException {
        if (kafka != null) {
            return kafka;
        }
        return new RunStateFile(data.state()).read().map(state -> state.kafka()).orElse(null);
    }

    private static KafkaConsumer<String, String> consumer(String servers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
