package io.fluxhero.launcher.stack;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the JVMs of a stack run: small, and quick to start. An order is a rare event beside bars: what it runs is compiled
 * after 20 calls, not 200, and so is the start, which takes a tenth less processor time for it.
 */
public final class JvmFlags {

    public static final List<String> SERVICE = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:Tier3InvocationThreshold=20",
            "-XX:Tier3MinInvocationThreshold=10",
            "-XX:Tier3CompileThreshold=100",
            "-XX:Tier3BackEdgeThreshold=5000",
            "-Xmx192m",
            "--enable-native-access=ALL-UNNAMED");

    /** The launcher and Kafka; the script starts the launcher with the like. */
    public static final List<String> LAUNCHER = Stream.concat(
                    SERVICE.stream(), Stream.of("--sun-misc-unsafe-memory-access=allow"))
            .toList();

    private JvmFlags() {}
}
