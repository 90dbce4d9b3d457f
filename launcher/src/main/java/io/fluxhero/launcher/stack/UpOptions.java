package io.fluxhero.launcher.stack;

import io.fluxhero.launcher.postgres.ExternalDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param home the source tree with the built programs
 * @param feed {@code replay} or {@code synthetic}
 * @param speed bars a second, or {@code max}
 * @param symbols the watch list, comma separated
 * @param fresh whether to forget the state of earlier runs first
 * @param kafka somebody else's broker
 * @param postgres somebody else's server
 * @param environment more variables for the services
 * @param restartsPerMinute of one part, until it is given up
 * @param portOffset how much higher than usual every port is wanted
 * @param auditEvery how long between two audits; zero for none
 */
public record UpOptions(
        Path home,
        String feed,
        String speed,
        String symbols,
        Optional<String> timeframe,
        Optional<Long> seed,
        boolean fresh,
        Optional<String> kafka,
        Optional<ExternalDatabase> postgres,
        Map<String, String> environment,
        int restartsPerMinute,
        int portOffset,
        Duration auditEvery) {

    /** Restarts of one part in a minute, after which something is wrong that no restart mends. */
    public static final int RESTARTS_PER_MINUTE = 5;

    public UpOptions {
        environment = Map.copyOf(environment);
    }
}
