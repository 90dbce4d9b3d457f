package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.strategy.Verdict.Gate;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/strategies.md, compiled from the text of that page and found as a stranger's jar would be. */
class DocumentedStrategyTest {

    private static final Path PAGE = Path.of("..", "docs", "strategies.md");
    private static final Pattern BLOCK = Pattern.compile("```(java)?\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("public final class (\\w+)");

    @TempDir
    private Path folder;

    private final List<Path> sources = new ArrayList<>();

    @BeforeEach
    void compile_the_page() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            String text = blocks.group(2);
            if (blocks.group(1) == null) {
                Path services = folder.resolve("META-INF/services/" + StrategyFactory.class.getName());
                Files.createDirectories(services.getParent());
                Files.writeString(services, text);
            } else {
                Matcher type = TYPE.matcher(text);
                assertThat(type.find()).isTrue();
                sources.add(Files.writeString(folder.resolve(type.group(1) + ".java"), text));
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-d", folder.toString(), "-Xlint:all", "-Werror", "-cp", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    @Test
    void trades_the_crossings() throws IOException {
        try (URLClassLoader jar = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            StrategyFactory factory = find(jar, "sma-cross");
            Strategy strategy = factory.create("SPY", Timeframe.D1, Map.of("fast", "3", "slow", "20"));
            StrategyFeed feed = new StrategyFeed(strategy);
            List<Signal> signals = new ArrayList<>();
            for (Candle candle :
                    Bars.quiet(25).closing(101, 103, 105, 104, 95, 90, 89).candles()) {
                signals.addAll(feed.onCandle(candle));
            }

            assertThat(strategy.name()).isEqualTo(factory.name());
            assertThat(signals).hasSize(2);
            assertThat(signals.getFirst()).isInstanceOfSatisfying(Signal.Entry.class, entry -> {
                assertThat(entry.price()).isEqualTo(101);
                assertThat(entry.stop()).isLessThan(101);
                assertThat(entry.trailingAtrMultiple()).isEqualTo(2);
                assertThat(entry.explanation().trigger()).isEqualTo("fast SMA above slow SMA");
            });
            assertThat(signals.getLast()).isInstanceOf(Signal.Exit.class);
            assertThat(feed.verdict().gate()).isEqualTo(Gate.ENTRY_RULE);
            assertThatThrownBy(() -> factory.create("SPY", Timeframe.D1, Map.of("slwo", "20")))
                    .hasMessage("unknown parameter 'slwo': one of fast, slow");
        }
    }

    @Test
    void stands_beside_the_built_in_strategy() throws IOException {
        try (URLClassLoader jar = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(ServiceLoader.load(StrategyFactory.class, jar).stream()
                            .map(found -> found.get().name()))
                    .contains("dual-mode", "sma-cross");
            Strategy dual = find(jar, "dual-mode").create("SPY", Timeframe.D1, Map.of("modes", "trend"));
            assertThat(dual.verdict()).isEqualTo(Verdict.warmingUp(0, 60));
        }
    }

    private static StrategyFactory find(ClassLoader jar, String name) {
        return ServiceLoader.load(StrategyFactory.class, jar).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
