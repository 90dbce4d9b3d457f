package io.fluxhero.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * The rule by which records are taken in: a batch together where it can be, one by one where one of them fails; what
 * passes by itself is waited for, what does not goes to the dead letters, or stops its topic.
 */
public final class Intake {

    private static final Logger LOG = Logger.getLogger(Consumption.class);
    private static final int TRIES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Set<String> stopTopics;
    private final Duration firstPause;
    private final Pauses pauses;
    private final Map<String, String> stuck = new ConcurrentHashMap<>();

    /**
     * @param stopTopics topics whose messages are never skipped
     * @param firstPause after a failure; doubles up to 5 seconds
     */
    public Intake(Set<String> stopTopics, Duration firstPause, Pauses pauses) {
        this.stopTopics = stopTopics;
        this.firstPause = firstPause;
        this.pauses = pauses;
    }

    /** How time passes before the next try. */
    @FunctionalInterface
    public interface Pauses {

        /** Returns after {@code length}, or throws where nobody waits any more. */
        void pause(Duration length);
    }

    /** Commits records in a transaction of their own. */
    @FunctionalInterface
    public interface Commit<M> {

        /** All of them, or an exception and nothing. */
        void of(List<Received<M>> received);
    }

    /**
     * Returns when every record is committed, as a message or as a dead letter.
     *
     * @throws CommitsLost at once: no other try can mend that
     */
    public <M> void take(List<Received<M>> received, Commit<M> commit) {
        if (received.isEmpty() || committedTogether(received, commit)) {
            return;
        }
        for (Received<M> one : received) {
            commitAlone(one, commit);
        }
    }

    /** Commits what somebody waits for: what passes by itself is waited for too, but not for long. */
    public int direct(IntSupplier commit) {
        Backoff backoff = new Backoff();
        int failures = 0;
        while (true) {
            try {
                return commit.getAsInt();
            } catch (RuntimeException e) {
                failures++;
                if (!Transience.of(e) || failures >= TRIES) {
                    throw e;
                }
                LOG.warnf("consumption.direct-waits cause=%s", rootOf(e));
                backoff.pause();
            }
        }
    }

    /** Topics that stand still, with the reason. */
    Map<String, String> stuck() {
        return Map.copyOf(stuck);
    }

    private <M> boolean committedTogether(List<Received<M>> received, Commit<M> commit) {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                commit.of(received);
                return true;
            } catch (CommitsLost e) {
                throw e;
            } catch (RuntimeException e) {
                if (!Transience.of(e)) {
                    LOG.debugf(e, "consumption.batch-split records=%d", received.size());
                    return false;
                }
                LOG.warnf("consumption.waits records=%d cause=%s", received.size(), rootOf(e));
                backoff.pause();
            }
        }
    }

    private <M> void commitAlone(Received<M> one, Commit<M> commit) {
        Backoff backoff = new Backoff();
        int failures = 0;
        while (true) {
            try {
                commit.of(List.of(one));
                stuck.remove(one.topic());
                return;
            } catch (CommitsLost e) {
                throw e;
            } catch (RuntimeException e) {
                if (Transience.of(e)) {
                    LOG.warnf("consumption.waits record=%s cause=%s", one.place(), rootOf(e));
                } else {
                    failures++;
                    LOG.errorf(e, "consumption.failed record=%s try=%d", one.place(), failures);
                    if (failures >= TRIES && !stopTopics.contains(one.topic())) {
                        commit.of(List.of(one.failing(e)));
                        return;
                    }
                    if (failures >= TRIES) {
                        stuck.put(one.topic(), one.place() + ": " + rootOf(e));
                    }
                }
                backoff.pause();
            }
        }
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }

    /** Doubling pauses. */
    private final class Backoff {

        private Duration next = firstPause;

        void pause() {
            pauses.pause(next);
            Duration doubled = next.multipliedBy(2);
            next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }
}
