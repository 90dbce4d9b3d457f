package io.fluxhero.launcher.stack;

import java.util.List;

/** How the processes of this program run, the launcher and Kafka; the script starts the launcher with the same. */
public final class JvmFlags {

    public static final List<String> LAUNCHER = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-Xmx192m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private JvmFlags() {}
}
