package io.fluxhero.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Takes records in exactly once in effect: ids, offsets, the handler's state and the messages it appends commit
 * together. Bytes that are no message go to the dead letters; failures that pass by themselves are waited for.
 */
@ApplicationScoped
public class Consumption {

    private static final Logger LOG = Logger.getLogger(Consumption.class);
    private static final int TRIES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final OneTransaction transaction;
    private final OutboxConfig config;
    private final MeterRegistry meters;
    private final Set<String> stopTopics;
    private final Map<String, String> stuck = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Consumption(OneTransaction transaction, OutboxConfig config, MeterRegistry meters) {
        this.transaction = transaction;
        this.config = config;
        this.meters = meters;
        this.stopTopics = config.stopTopics().orElse(Set.of());
    }

    /**
     * Handles every record of the batch that was not handled before, in order. Returns when all of it is committed.
     *
     * @param handler runs in the transaction; called again for the same message when the transaction was rolled back
     */
    public <M> void each(ConsumerRecords<String, byte[]> batch, Decoder<M> decoder, Consumer<M> handler) {
        List<Received<M>> received = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> record : batch) {
            received.add(Received.from(record, decoder));
        }
        if (received.isEmpty() || committedTogether(received, handler)) {
            return;
        }
        for (Received<M> one : received) {
            commitAlone(one, handler);
        }
    }

    /**
     * Handles messages of a topic that came another way, in one transaction; one that has come before is skipped, and
     * its record on the topic will be.
     *
     * @return how many were new
     */
    public <M> int direct(String topic, List<Direct<M>> messages, Consumer<M> handler) {
        Backoff backoff = new Backoff();
        int failures = 0;
        while (true) {
            try {
                int handled =
                        QuarkusTransaction.requiringNew().call(() -> transaction.runDirect(topic, messages, handler));
                count("fluxhero.messages.consumed", topic, handled);
                count("fluxhero.messages.duplicates", topic, messages.size() - handled);
                return handled;
            } catch (RuntimeException e) {
                failures++;
                if (!Transience.of(e) || failures >= TRIES) {
                    throw e;
                }
                LOG.warnf("consumption.direct-waits messages=%d cause=%s", messages.size(), rootOf(e));
                backoff.pause();
            }
        }
    }

    /** Topics that stand still, with the reason. */
    Map<String, String> stuck() {
        return Map.copyOf(stuck);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    private <M> boolean committedTogether(List<Received<M>> received, Consumer<M> handler) {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                commit(received, handler);
                return true;
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

    private <M> void commitAlone(Received<M> one, Consumer<M> handler) {
        Backoff backoff = new Backoff();
        int failures = 0;
        while (true) {
            try {
                commit(List.of(one), handler);
                stuck.remove(one.topic());
                return;
            } catch (RuntimeException e) {
                if (Transience.of(e)) {
                    LOG.warnf("consumption.waits record=%s cause=%s", one.place(), rootOf(e));
                } else {
                    failures++;
                    LOG.errorf(e, "consumption.failed record=%s try=%d", one.place(), failures);
                    if (failures >= TRIES && !stopTopics.contains(one.topic())) {
                        commit(List.of(one.failing(e)), handler);
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

    private <M> void commit(List<Received<M>> received, Consumer<M> handler) {
        int timeoutSeconds = (int) config.transactionTimeout().toSeconds();
        OneTransaction.Tally tally = QuarkusTransaction.requiringNew()
                .timeout(timeoutSeconds)
                .call(() -> transaction.run(received, handler));
        String topic = received.getFirst().topic();
        count("fluxhero.messages.consumed", topic, tally.handled());
        count("fluxhero.messages.duplicates", topic, tally.duplicates());
        count("fluxhero.messages.dead.letters", topic, tally.deadLetters());
    }

    private void count(String name, String topic, int amount) {
        if (amount > 0) {
            meters.counter(name, "topic", topic).increment(amount);
        }
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }

    /** Doubling pauses that a stopping service cuts short. */
    private final class Backoff {

        private Duration next = config.retryPause();

        void pause() {
            if (stopping) {
                throw new IllegalStateException("the service stops before the message could be handled");
            }
            try {
                Thread.sleep(next);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted before the message could be handled", e);
            }
            Duration doubled = next.multipliedBy(2);
            next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }
}
