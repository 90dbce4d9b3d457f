package io.fluxhero.launcher.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka node, broker and controller in one, on the loopback address; its log is kept in a folder. */
public final class EmbeddedKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Runs a node until the process is asked to end.
     *
     * @param arguments folder, port, port of the controller
     */
    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        EmbeddedKafka kafka =
                start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
        kafka.server.awaitShutdown();
    }

    /** Formats {@code folder} the first time, and starts; returns when the broker takes requests. */
    public static EmbeddedKafka start(Path folder, int port, int controllerPort) throws IOException {
        Files.createDirectories(folder);
        Properties settings = settings(folder, port, controllerPort);
        formatOnce(folder, settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, port);
    }

    /** What a client calls {@code bootstrap.servers}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void formatOnce(Path folder, Properties settings) throws IOException {
        Path file = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, "written by the launcher at every start");
        }
        if (Files.exists(folder.resolve("log/meta.properties"))) {
            return;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {
            "format", "--ignore-formatted", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
        };
        int exit = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new IOException("the Kafka folder could not be formatted: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        Properties settings = new Properties();
        String[][] values = {
            {"process.roles", "broker,controller"},
            {"node.id", "1"},
            {"controller.quorum.voters", "1@127.0.0.1:" + controllerPort},
            {"controller.listener.names", "CONTROLLER"},
            {"inter.broker.listener.name", "PLAINTEXT"},
            {"listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort},
            {"advertised.listeners", "PLAINTEXT://127.0.0.1:" + port},
            {"listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"},
            {"log.dirs", folder.resolve("log").toString()},
            {"auto.create.topics.enable", "false"},
            {"message.max.bytes", "1048576"},
            // One node: nothing to copy to, and no second group member to wait for.
            {"offsets.topic.replication.factor", "1"},
            {"offsets.topic.num.partitions", "3"},
            {"transaction.state.log.replication.factor", "1"},
            {"transaction.state.log.min.isr", "1"},
            {"transaction.state.log.num.partitions", "3"},
            {"share.coordinator.state.topic.replication.factor", "1"},
            {"share.coordinator.state.topic.min.isr", "1"},
            {"group.initial.rebalance.delay.ms", "0"},
            // After a crash the old session must not keep the new broker waiting.
            {"broker.session.timeout.ms", "3000"},
            // A replay carries the years of its bars: age says nothing, so only size ends a segment's life.
            {"log.retention.ms", "-1"},
            {"log.retention.bytes", "536870912"},
            {"log.segment.bytes", "67108864"},
            {"log.cleaner.dedupe.buffer.size", "4194304"},
            {"log.index.size.max.bytes", "1048576"},
            {"num.network.threads", "2"},
            {"num.io.threads", "4"},
            {"background.threads", "2"},
        };
        for (String[] value : values) {
            settings.setProperty(value[0], value[1]);
        }
        return settings;
    }
}
