package io.fluxhero.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what was committed, in order: one thread per service, one publishing service per schema. What a crash left
 * behind goes out at the next start; while the broker is away, messages wait in the table.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);
    private static final Duration PRUNE_INTERVAL = Duration.ofMinutes(10);

    private final DataSource database;
    private final KafkaPublisher publisher;
    private final OutboxConfig config;
    private final KnownOffsets known;
    private final ProcessEnd end;
    private final String source;
    private final Semaphore work = new Semaphore(0);
    private final AtomicLong backlog = new AtomicLong();
    private volatile boolean running;
    private @Nullable Thread thread;
    private long prunedAtNanos;

    OutboxRelay(
            DataSource database,
            KafkaPublisher publisher,
            OutboxConfig config,
            KnownOffsets known,
            ProcessEnd end,
            MeterRegistry meters,
            @org.eclipse.microprofile.config.inject.ConfigProperty(name = "quarkus.application.name") String source) {
        this.database = database;
        this.publisher = publisher;
        this.config = config;
        this.known = known;
        this.end = end;
        this.source = source;
        Gauge.builder("fluxhero.outbox.backlog", backlog, AtomicLong::doubleValue)
                .description("Messages committed but not yet acknowledged by the broker")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        if (config.relay().enabled()) {
            start();
        } else {
            LOG.info("outbox.relay-off messages stay in the table");
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stop();
    }

    /** Says that something was committed. */
    void wake() {
        work.release();
    }

    synchronized void start() {
        running = true;
        prunedAtNanos = System.nanoTime();
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    synchronized void stop() throws InterruptedException {
        running = false;
        if (thread != null) {
            wake();
            if (!thread.join(PATIENCE_AT_STOP)) {
                thread.interrupt();
                thread.join();
            }
            thread = null;
        }
    }

    private void run() {
        long failures = 0;
        try {
            while (running) {
                try {
                    relayWhileConnected();
                    failures = 0;
                } catch (SQLException | IOException e) {
                    failures++;
                    LOG.warnf("outbox.relay-waits failures=%d cause=%s", failures, e.getMessage());
                    pause();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("outbox.relay-interrupted", e);
        } catch (CommitsLost lost) {
            LOG.fatal("outbox.relay-ends the service begins anew where the database stands", lost);
            end.now();
        } catch (RuntimeException e) {
            LOG.error("outbox.relay-died messages stay in the table until the next start", e);
        } finally {
            publisher.close();
        }
    }

    private void relayWhileConnected() throws SQLException, IOException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            OutboxTable table = new OutboxTable(connection, config.relay().batchSize(), source);
            if (!table.tryLock()) {
                pause();
                return;
            }
            // A connection of its own, lost with the database: what that forgot shows here even when nothing is read.
            known.compareAll();
            try {
                while (running) {
                    work.drainPermits();
                    publishEverything(table);
                    prune(table);
                    pause();
                }
            } finally {
                table.unlock();
            }
        }
    }

    private void publishEverything(OutboxTable table) throws SQLException, IOException, InterruptedException {
        Publication publication = new Publication(table, publisher);
        int published;
        do {
            published = publication.publishOldest();
            backlog.set(published < config.relay().batchSize() ? 0 : table.count());
        } while (published == config.relay().batchSize() && running);
    }

    private void prune(OutboxTable table) throws SQLException {
        if (System.nanoTime() - prunedAtNanos > PRUNE_INTERVAL.toNanos()) {
            prunedAtNanos = System.nanoTime();
            table.forgetInboxOlderThan(config.inboxRetention());
        }
    }

    private void pause() throws InterruptedException {
        // Woken or not: the loop looks at the table either way.
        var woken = work.tryAcquire(config.relay().pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        LOG.tracef("outbox.relay-looks woken=%s", woken);
    }
}
