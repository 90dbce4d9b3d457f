package io.fluxhero.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** How the service is: whether it knows where it stands with the broker. */
@ApplicationScoped
public class Condition {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.condition");

    /** Where the service stands. */
    public enum State {
        /** Nothing was asked yet. */
        STARTING,
        /** Orders whose fate is not known are looked up, and all books are compared. */
        RECOVERING,
        /** Our books are the broker's. */
        READY,
        /** Our books are not the broker's: nothing new is opened. */
        HALTED
    }

    /**
     * A state and why.
     *
     * @param since when it began
     */
    public record Report(State state, String detail, Instant since) {}

    private final InstantSource clock;
    private final AtomicInteger brokerErrors = new AtomicInteger();
    private volatile Report current;

    public Condition(InstantSource clock) {
        this.clock = clock;
        this.current = new Report(State.STARTING, "", clock.instant());
    }

    public Report current() {
        return current;
    }

    public State state() {
        return current.state();
    }

    /** How often in a row the broker gave no answer that can be relied on. */
    public int brokerErrors() {
        return brokerErrors.get();
    }

    void brokerAnswered(boolean reliably) {
        brokerErrors.updateAndGet(before -> reliably ? 0 : before + 1);
    }

    void become(State next, String detail) {
        Report before = current;
        if (before.state() != next || !before.detail().equals(detail)) {
            Instant since = before.state() == next ? before.since() : clock.instant();
            current = new Report(next, detail, since);
            LOG.infof("execution.%s before=%s detail=%s", next, before.state(), detail);
        }
    }
}
