package io.fluxhero.launcher.shell;

import io.fluxhero.engine.validation.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Follows long work with a line on standard error: at once on a terminal, elsewhere only where it takes longer. On Ctrl+C
 * it asks the work to stop, and lets the process end when what is finished is written.
 */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long QUIET_MILLIS = 2000;
    private static final long TERMINAL_MILLIS = 200;
    private static final long LOG_MILLIS = 5000;
    private static final long WRITING_SECONDS = 30;
    private static final double PERCENT = 100;

    private final String what;
    private final PrintWriter err;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread printer;
    private final Thread interrupter;
    private volatile int total;
    private volatile boolean cancelled;
    private volatile boolean shown;

    ProgressLine(String what, PrintWriter err) {
        this.what = what;
        this.err = err;
        terminal = Boolean.getBoolean("fluxhero.terminal");
        printer = Thread.ofPlatform().daemon().name("progress").start(this::print);
        interrupter = Thread.ofPlatform().name("interrupted").unstarted(this::interrupted);
        Runtime.getRuntime().addShutdownHook(interrupter);
    }

    @Override
    public void pieceDone(int pieces) {
        total = pieces;
        done.incrementAndGet();
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    private void interrupted() {
        cancelled = true;
        try {
            if (!written.await(WRITING_SECONDS, TimeUnit.SECONDS)) {
                err.println("fluxhero: gave up waiting for what is finished");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print() {
        try {
            Thread.sleep(terminal ? TERMINAL_MILLIS : QUIET_MILLIS);
            while (true) {
                line();
                Thread.sleep(terminal ? TERMINAL_MILLIS : LOG_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void line() {
        String text = text(what, done.get(), total, (System.nanoTime() - begin) / 1e9);
        if (!text.isEmpty()) {
            shown = true;
            err.print(terminal ? "\r" + text + "   " : text + System.lineSeparator());
            err.flush();
        }
    }

    /** For example {@code sweep: 320 of 1,000, 32 %, 4 s to go}; empty before anything is known. */
    static String text(String what, int done, int total, double seconds) {
        if (done == 0 || total == 0) {
            return "";
        }
        long left = Math.round(seconds / done * (total - done));
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d, %.0f %%, %s to go",
                what,
                done,
                total,
                PERCENT * done / total,
                span(left));
    }

    private static String span(long seconds) {
        long minute = 60;
        return seconds < minute ? seconds + " s" : seconds / minute + " min " + seconds % minute + " s";
    }

    /** The work is over and its results are written. */
    @Override
    public void close() {
        printer.interrupt();
        if (terminal && shown) {
            err.print("\r" + " ".repeat(78) + "\r");
            err.flush();
        }
        written.countDown();
        if (!cancelled) {
            Runtime.getRuntime().removeShutdownHook(interrupter);
        }
    }
}
