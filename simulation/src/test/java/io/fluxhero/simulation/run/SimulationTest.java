package io.fluxhero.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.simulation.world.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {

    private static final long SEEDS = 10_000;
    private static final long FROM = 1_000_000;

    @BeforeAll
    static void nobody_reads_the_log() {
        Logger.getLogger("").setLevel(Level.OFF);
    }

    @Test
    void ten_thousand_worlds_keep_every_invariant_and_meet_every_fault() throws InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();

        Report report = new Campaign(FROM, SEEDS, threads, seed -> Simulation.of(seed, Scope.WHOLE)).run();

        System.out.println(report.text());
        assertThat(report.seeds()).isEqualTo(SEEDS);
        assertThat(report.events()).isGreaterThan(200 * SEEDS);
        assertThat(report.failures()).as("seeds that broke something").isEmpty();
        for (Map.Entry<Fault, Long> hits : report.coverage().entrySet()) {
            assertThat(hits.getValue()).as(hits.getKey().name()).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void the_number_of_threads_changes_nothing() throws InterruptedException {
        Report alone = new Campaign(7, 100, 1, seed -> Simulation.of(seed, Scope.WHOLE)).run();
        Report together = new Campaign(7, 100, 3, seed -> Simulation.of(seed, Scope.WHOLE)).run();

        assertThat(together.traceHash()).isEqualTo(alone.traceHash());
        assertThat(together.events()).isEqualTo(alone.events());
    }

    @Test
    void a_thousand_seeds_are_the_same_in_another_virtual_machine(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path json = folder.resolve("report.json");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulate.class.getName(),
                        "--seeds",
                        "1000",
                        "--from",
                        "5000",
                        "--json",
                        json.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();

        Report here = new Campaign(5_000, 1_000, 1, seed -> Simulation.of(seed, Scope.WHOLE)).run();

        assertThat(other.waitFor()).isZero();
        JsonNode there = new ObjectMapper().readTree(Files.readString(json, StandardCharsets.UTF_8));
        assertThat(there.path("trace_hash").asText()).isEqualTo(here.traceHash());
        assertThat(there.path("events").asLong()).isEqualTo(here.events());
        assertThat(there.path("seeds").asLong()).isEqualTo(1_000);
        assertThat(there.path("violations").asLong()).isZero();
        assertThat(there.path("coverage").path("TIMEOUT_ACCEPTED").asLong()).isPositive();
    }
}
