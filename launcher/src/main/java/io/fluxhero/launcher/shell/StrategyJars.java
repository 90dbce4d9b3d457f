package io.fluxhero.launcher.shell;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.strategy.Strategy;
import io.fluxhero.engine.strategy.StrategyFactory;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Strategies that people bring: jars in a folder, found as services. */
final class StrategyJars {

    private final @Nullable Path folder;

    StrategyJars(@Nullable Path folder) {
        this.folder = folder;
    }

    StrategyFactory find(String name) throws IOException {
        if (folder == null) {
            throw new ShellFailure("there is no strategy '" + name + "': name the folder of its jar with --strategies");
        }
        if (!Files.isDirectory(folder)) {
            throw new ShellFailure("--strategies: there is no folder " + folder);
        }
        List<String> known = new ArrayList<>();
        try {
            for (StrategyFactory factory : ServiceLoader.load(StrategyFactory.class, loader(folder))) {
                if (factory.name().equals(name)) {
                    return factory;
                }
                known.add(factory.name());
            }
        } catch (ServiceConfigurationError e) {
            throw new ShellFailure("a jar in " + folder + " cannot be used: " + e.getMessage());
        }
        throw new ShellFailure("there is no strategy '" + name + "' in " + folder + ", only " + known
                + ": a jar names its factory in META-INF/services/" + StrategyFactory.class.getName());
    }

    /** The loader lives as long as the process: the strategy may load more of its classes at any time. */
    private static ClassLoader loader(Path folder) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(url(jar));
            }
        }
        return new URLClassLoader(jars.toArray(URL[]::new), StrategyFactory.class.getClassLoader());
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    /** Makes strategies with these parameters; a parameter that is not understood is the person's to put right. */
    static Function<String, Strategy> maker(
            StrategyFactory factory, Timeframe timeframe, Map<String, String> parameters) {
        return symbol -> {
            try {
                return factory.create(symbol, timeframe, parameters);
            } catch (IllegalArgumentException e) {
                throw new ShellFailure(factory.name() + ": " + e.getMessage());
            }
        };
    }
}
