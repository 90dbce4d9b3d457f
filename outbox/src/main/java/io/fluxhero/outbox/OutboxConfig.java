package io.fluxhero.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of messaging. */
@ConfigMapping(prefix = "fluxhero.outbox")
interface OutboxConfig {

    /** The publishing side. */
    Relay relay();

    /** Topics whose messages are never skipped: a failing handler stops the consumer instead of dead-lettering. */
    Optional<Set<String>> stopTopics();

    /**
     * Whether all that leaves follows from what came in and would be made again, byte for byte, after a crash of the
     * database: it then leaves before it is on disk.
     */
    @WithDefault("false")
    boolean derived();

    /** How long message ids are remembered; longer than any topic keeps its records. */
    @WithDefault("P30D")
    Duration inboxRetention();

    /** Longest that one batch may take. */
    @WithDefault("PT5M")
    Duration transactionTimeout();

    /** First pause after a failure; doubles up to 5 seconds. */
    @WithDefault("PT0.1S")
    Duration retryPause();

    /** The publishing side. */
    interface Relay {

        /** Off in tests without a broker: messages then stay in the table. */
        @WithDefault("true")
        boolean enabled();

        /** How often the table is looked at without being woken. */
        @WithDefault("PT1S")
        Duration pollInterval();

        /** Most messages in one go. */
        @WithDefault("500")
        int batchSize();
    }
}
