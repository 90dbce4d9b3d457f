package io.fluxhero.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A stack of its own, in a folder of its own, driven by the command that people use. */
final class RunningStack {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data;
    private final Map<String, String> environment;

    RunningStack(String name) {
        this(name, Map.of());
    }

    /** A stack whose services see these variables too. */
    RunningStack(String name, Map<String, String> environment) {
        this.data = Path.of("target", "stacks", name).toAbsolutePath();
        this.environment = environment;
    }

    /** Starts in the background; returns what the command said. */
    String up(String... options) {
        List<String> arguments = new ArrayList<>(List.of("up", "--detach"));
        arguments.addAll(List.of(options));
        Answer answer = run(arguments.toArray(String[]::new));
        if (answer.exit() != 0) {
            throw new AssertionError("up failed with " + answer.exit() + ":\n" + answer.said());
        }
        return answer.said();
    }

    String down() {
        Answer answer = run("down");
        if (answer.exit() != 0) {
            throw new AssertionError("down failed with " + answer.exit() + ":\n" + answer.said());
        }
        return answer.said();
    }

    JsonNode status() {
        try {
            return JSON.readTree(run("status", "--json").said());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode service(String name) {
        for (JsonNode service : status().path("services")) {
            if (service.path("name").asText().equals(name)) {
                return service;
            }
        }
        throw new AssertionError("status does not name " + name);
    }

    Api api() {
        return new Api(
                status().path("gateway_url").asText(), run("token").said().strip());
    }

    Topic topic(String name) {
        return new Topic(status().path("kafka").asText(), name);
    }

    /** One of the stack's secrets. */
    String secret(String name) {
        try {
            return Files.readString(data.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every process of the stack: launcher, six services, Kafka, Postgres. */
    List<ProcessHandle> processes() {
        JsonNode status = status();
        List<Long> pids = new ArrayList<>(List.of(
                status.path("launcher_pid").asLong(),
                status.path("kafka_pid").asLong(),
                status.path("postgres_pid").asLong()));
        status.path("services").forEach(service -> pids.add(service.path("pid").asLong()));
        return pids.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();
    }

    /** Every port of the stack. */
    List<Integer> ports() {
        JsonNode status = status();
        List<String> addresses = new ArrayList<>(List.of(
                status.path("dashboard_url").asText(),
                status.path("kafka").asText(),
                status.path("postgres").asText().replaceFirst("/[^/]*$", "")));
        status.path("services")
                .forEach(service -> addresses.add(service.path("url").asText()));
        return addresses.stream()
                .map(address -> Integer.parseInt(address.replaceFirst("^.*:", "")))
                .toList();
    }

    /** One call of the command, as a shell would make it. */
    Answer run(String... arguments) {
        return run(PATIENCE, arguments);
    }

    /** One call of the command that may take this long. */
    Answer run(Duration patience, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfluxhero.home=" + HOME,
                "-jar",
                HOME.resolve("launcher/target/launcher.jar").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data-dir", data.toString()));
        try {
            Files.createDirectories(data.getParent());
            Path said = Files.createTempFile(data.getParent(), "said", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(Patience.of(patience).toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", arguments) + " took too long:\n" + Files.readString(said));
            }
            Answer answer = new Answer(process.exitValue(), Files.readString(said));
            Files.delete(said);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Exit code and output of a command. */
    record Answer(int exit, String said) {}
}
