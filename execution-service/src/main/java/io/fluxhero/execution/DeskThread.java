package io.fluxhero.execution;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets the desk work on one thread: whenever something was decided, and every few seconds. */
@ApplicationScoped
public class DeskThread {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.desk");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final BrokerDesk desk;
    private final ExecutionConfig config;
    private final Semaphore work = new Semaphore(0);
    private final AtomicLong woken = new AtomicLong();
    private volatile long served;
    private volatile boolean running;
    private @Nullable Thread thread;

    DeskThread(BrokerDesk desk, ExecutionConfig config) {
        this.desk = desk;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        running = true;
        thread = Thread.ofPlatform().name("broker-desk").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        running = false;
        if (thread != null) {
            wake();
            if (!thread.join(PATIENCE_AT_STOP)) {
                thread.interrupt();
                thread.join();
            }
        }
    }

    /** Says that something was decided and committed. */
    public void wake() {
        woken.incrementAndGet();
        work.release();
    }

    /** Whether everything was done that could be done when it was last woken. */
    boolean isIdle() {
        return served >= woken.get();
    }

    /** Compares the books at the next chance. */
    public void compareSoon() {
        desk.compareSoon();
        wake();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        try {
            while (running) {
                work.drainPermits();
                long before = woken.get();
                boolean waits = workOnce();
                served = before;
                pause = waits ? min(pause.multipliedBy(2), config.pollEvery()) : FIRST_PAUSE;
                Duration next = waits ? pause : config.pollEvery();
                boolean asked = work.tryAcquire(next.toMillis(), TimeUnit.MILLISECONDS);
                LOG.tracef("desk.looks asked=%s", asked);
            }
        } catch (InterruptedException e) {
            LOG.debug("desk.interrupted", e);
        }
    }

    /** What fails is tried again: everything that was decided is in the database. */
    private boolean workOnce() {
        try {
            return desk.work();
        } catch (RuntimeException e) {
            if (running) {
                LOG.error("desk.failed what was decided waits in the database", e);
            }
            return true;
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
