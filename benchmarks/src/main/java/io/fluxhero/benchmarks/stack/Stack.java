package io.fluxhero.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stack in a folder of its own, driven by the command that people use. */
final class Stack implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final Path data;

    Stack(Path home) throws IOException {
        this.home = home;
        this.data = Files.createTempDirectory("fluxhero-load");
        Runtime.getRuntime().addShutdownHook(new Thread(this::abandon));
    }

    /** Ctrl+C ends what was started too. */
    private void abandon() {
        if (Files.exists(data)) {
            try {
                close();
            } catch (IOException | InterruptedException e) {
                System.err.println("the stack in " + data + " could not be stopped: " + e);
            }
        }
    }

    /** Starts from nothing; returns when all is ready. */
    void up(int symbols, String speed) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < symbols; i++) {
            names.add("L%03d".formatted(i));
        }
        run("up", "--detach", "--fresh", "--feed", "synthetic", "--symbols", String.join(",", names), "--speed", speed);
    }

    String kafka() throws IOException, InterruptedException {
        return status().path("kafka").asText();
    }

    void down() throws IOException, InterruptedException {
        run("down");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("down");
        run("rm");
    }

    private JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(run("status", "--json"));
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (arguments[0].equals("rm")) {
            command.addAll(List.of("rm", "-r", data.toString()));
        } else {
            command.add(home.resolve("fluxhero").toString());
            command.addAll(List.of(arguments));
            command.addAll(List.of("--data-dir", data.toString()));
        }
        Path said = Files.createTempFile("fluxhero-load", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int exit = process.waitFor();
            String answer = Files.readString(said, StandardCharsets.UTF_8);
            if (exit != 0) {
                throw new IOException("'" + String.join(" ", command) + "' failed with " + exit + ":\n" + answer);
            }
            return answer;
        } finally {
            Files.delete(said);
        }
    }
}
