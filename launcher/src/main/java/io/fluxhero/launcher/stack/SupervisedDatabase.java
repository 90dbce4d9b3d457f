package io.fluxhero.launcher.stack;

import io.fluxhero.launcher.home.ProcessMark;
import io.fluxhero.launcher.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** The embedded Postgres, which is started again on what it kept when it dies. */
final class SupervisedDatabase implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Start start;
    private final Restarts restarts;
    private final Consumer<String> say;
    private final Runnable changed;
    private final InstantSource clock = InstantSource.system();
    private final String jdbcUrl;

    private volatile EmbeddedDatabase database;
    private volatile boolean stopping;

    /** Starts the server on its folder. */
    interface Start {
        EmbeddedDatabase run() throws IOException, SQLException;
    }

    SupervisedDatabase(Start start, Restarts restarts, Consumer<String> say, Runnable changed)
            throws IOException, SQLException {
        this.start = start;
        this.restarts = restarts;
        this.say = say;
        this.changed = changed;
        this.database = start.run();
        this.jdbcUrl = database.jdbcUrl();
        Thread.ofPlatform().daemon().name("watch-postgres").start(this::watch);
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    Connection admin() throws SQLException {
        return database.admin();
    }

    /** The server's main process, absent between two lives. */
    Optional<ProcessMark> mark() {
        return database.process();
    }

    @Override
    public void close() throws IOException {
        stopping = true;
        synchronized (this) {
            database.close();
        }
    }

    private void watch() {
        try {
            while (!stopping) {
                Optional<ProcessMark> mark = mark();
                if (mark.isEmpty() || !mark.get().isAlive()) {
                    if (!restart()) {
                        return;
                    }
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is a next life. The old backends may hold on to its memory for a moment: then it is tried again. */
    private boolean restart() throws InterruptedException {
        while (!stopping) {
            Optional<Duration> pause = restarts.afterDeathAt(clock.instant());
            if (pause.isEmpty()) {
                say.accept("postgres died again: given up after " + restarts.mostPerMinute() + " restarts in a minute");
                return false;
            }
            say.accept("postgres died: restarting in " + pause.get().toMillis() + " ms");
            changed.run();
            Thread.sleep(pause.get());
            if (again()) {
                changed.run();
                return true;
            }
        }
        return false;
    }

    private synchronized boolean again() {
        if (stopping) {
            return false;
        }
        try {
            database.close();
            database = start.run();
            return true;
        } catch (IOException | SQLException | IllegalStateException e) {
            say.accept("postgres did not start again: " + e.getMessage());
            return false;
        }
    }
}
