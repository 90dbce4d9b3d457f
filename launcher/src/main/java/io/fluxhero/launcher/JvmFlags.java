package io.fluxhero.launcher;

import java.util.List;

/** How the launcher's own process runs when it starts itself; the script uses the same. */
final class JvmFlags {

    static final List<String> LAUNCHER = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-Xmx192m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private JvmFlags() {}
}
