package io.fluxhero.launcher.home;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is running, as the launcher last wrote it.
 *
 * @param phase how far the stack is
 * @param launcher the process that started and watches the rest
 * @param gatewayUrl the public door
 * @param dashboardUrl what to open in a browser
 * @param marketDataUrl where the feed can be asked for its state
 * @param kafka bootstrap address
 * @param postgres JDBC URL without credentials
 * @param kafkaProcess the embedded broker, absent when it is someone else's or between two lives
 * @param postgresProcess the embedded server, absent when it is someone else's or between two lives
 * @param services the six, in the order the money flows
 * @param failure why the start failed
 * @param audit what the last audit on schedule found
 */
public record RunState(
        Phase phase,
        ProcessMark launcher,
        String gatewayUrl,
        String dashboardUrl,
        String marketDataUrl,
        String kafka,
        String postgres,
        @Nullable ProcessMark kafkaProcess,
        @Nullable ProcessMark postgresProcess,
        List<ServiceState> services,
        @Nullable String failure,
        @Nullable Audited audit) {

    public RunState {
        services = List.copyOf(services);
    }

    /** How far a stack is. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING,
        FAILED
    }

    /** What a service is doing. */
    public enum Health {
        STARTING,
        READY,
        NOT_READY,
        RESTARTING,
        GAVE_UP,
        STOPPED
    }

    /**
     * One audit.
     *
     * @param state {@code OK}, {@code VIOLATED} or {@code NOT_CHECKED}
     * @param details the rules that are broken, or why nothing was checked
     */
    public record Audited(Instant at, String state, List<String> details) {

        public Audited {
            details = List.copyOf(details);
        }
    }

    /**
     * One service.
     *
     * @param process absent between two lives
     */
    public record ServiceState(
            String name, Health state, @Nullable ProcessMark process, String url, int restarts, String log) {}
}
