package io.fluxhero.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.BarView;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Strategy;
import io.fluxhero.engine.strategy.StrategyFactory;
import io.fluxhero.engine.strategy.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyJarsTest {

    @TempDir
    private Path folder;

    private String csv;
    private String jars;

    @BeforeEach
    void jarWithAStrategy() throws IOException {
        csv = SampleBars.write(folder, 200).toString();
        Path place = Files.createDirectory(folder.resolve("strategies"));
        jars = place.toString();
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(place.resolve("idle.jar")))) {
            jar.putNextEntry(new JarEntry("META-INF/services/" + StrategyFactory.class.getName()));
            jar.write(IdleFactory.class.getName().getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }

    @Test
    void runs_a_strategy_from_a_jar_by_its_name() {
        Ran ran = Ran.fluxhero(
                "backtest", "--csv", csv, "--strategy", "idle", "--strategies", jars, "--set", "patience=3");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("idle", "Trades             0");
    }

    @Test
    void names_the_strategies_there_are() {
        Ran ran = Ran.fluxhero("backtest", "--csv", csv, "--strategy", "busy", "--strategies", jars);

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("there is no strategy 'busy'", "idle", "META-INF/services/");
    }

    @Test
    void passes_on_what_the_strategy_says_of_its_parameters() {
        Ran ran =
                Ran.fluxhero("backtest", "--csv", csv, "--strategy", "idle", "--strategies", jars, "--set", "hurry=3");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("idle: unknown parameter hurry, there is patience");
    }

    /** Never trades. */
    public static final class IdleFactory implements StrategyFactory {

        @Override
        public String name() {
            return "idle";
        }

        @Override
        public Strategy create(String symbol, Timeframe timeframe, Map<String, String> parameters) {
            for (String key : parameters.keySet()) {
                if (!key.equals("patience")) {
                    throw new IllegalArgumentException("unknown parameter " + key + ", there is patience");
                }
            }
            return new Idle();
        }
    }

    private static final class Idle implements Strategy {

        @Override
        public String name() {
            return "idle";
        }

        @Override
        public List<Signal> onBar(BarView bars) {
            return List.of();
        }

        @Override
        public Verdict verdict() {
            return Verdict.missing("it never trades", Double.NaN, Double.NaN);
        }
    }
}
