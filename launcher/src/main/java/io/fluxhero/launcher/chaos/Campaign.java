package io.fluxhero.launcher.chaos;

import io.fluxhero.launcher.home.Secrets;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.postgres.ServiceRoles;
import io.fluxhero.launcher.stack.Stack;
import io.fluxhero.launcher.stack.StartFailed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Cycle after cycle of blows, on a new stack every so often: a market that runs for long makes every reading long. */
public final class Campaign {

    private static final int CYCLES_PER_STACK = 50;

    private final Path home;
    private final StateFolder folder;
    private final Plan plan;
    private final int cycles;
    private final String speed;
    private final PrintWriter out;
    private final Consumer<String> log;
    private final ChaosReport report;
    private final long begin = System.nanoTime();

    /**
     * A campaign that has not begun.
     *
     * @param home the source tree with the built programs
     * @param folder where the stack lives; its state is dropped
     * @param speed bars a second
     * @param out where progress is told
     * @param log what the stack says meanwhile
     */
    @SuppressWarnings("TooManyParameters") // what a person may choose, and where it is told
    public Campaign(
            Path home,
            StateFolder folder,
            long seed,
            Set<Target> targets,
            int cycles,
            String speed,
            PrintWriter out,
            Consumer<String> log) {
        this.home = home;
        this.folder = folder;
        this.plan = new Plan(seed, targets);
        this.cycles = cycles;
        this.speed = speed;
        this.out = out;
        this.log = log;
        this.report = new ChaosReport(seed, cycles);
    }

    /** What is finished, at any time. */
    public ChaosReport report() {
        return report;
    }

    /**
     * Runs to the end, or until the thread is interrupted: then what is finished is in the report.
     *
     * @throws StartFailed where a stack could not be started
     */
    public void run() throws StartFailed, IOException {
        try {
            int next = 0;
            while (next < cycles) {
                int end = Math.min(cycles, next + CYCLES_PER_STACK);
                round(next, end);
                next = end;
            }
        } catch (NoRecovery e) {
            report.violated("after cycle " + (report.cycles() - 1) + ": " + e.getMessage());
        } catch (InterruptedException e) {
            report.cancel();
        }
    }

    private void round(int from, int until) throws StartFailed, NoRecovery, IOException, InterruptedException {
        folder.dropState();
        folder.create();
        tell("starting a stack in " + folder.root() + " ...");
        Stack stack = new Stack(NervousMarket.options(home, plan.seed() + from, speed), folder, log);
        try (Round round = Round.start(stack, new Secrets(folder).get(Secrets.ofRole(ServiceRoles.AUDITOR)))) {
            for (int number = from; number < until; number++) {
                Cycle cycle = round.cycle(number, plan.strike(number));
                report.add(cycle);
                tell(sentence(cycle));
            }
            tell("no more bars; waiting until everything rests ...");
            report.endRound(round.rest());
        } catch (StartFailed e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while a stack started");
            }
            throw e;
        } finally {
            stack.stop();
        }
    }

    private String sentence(Cycle cycle) {
        Duration each = Duration.ofNanos((System.nanoTime() - begin) / report.cycles());
        Duration left = each.multipliedBy(cycles - report.cycles());
        return String.format(
                Locale.ROOT,
                "%d/%d  %s%s: ready after %.1f s, books %s after %.1f s  (about %d min %02d s left)",
                report.cycles(),
                cycles,
                cycle.strike().sentence(),
                cycle.inFlight() > 0 ? " with " + cycle.inFlight() + " order(s) in flight" : "",
                cycle.readyMillis() / 1e3,
                cycle.inspection().isGreen() ? "in order" : "NOT IN ORDER",
                cycle.inspection().greenMillis() / 1e3,
                left.toMinutes(),
                left.toSecondsPart());
    }

    private void tell(String text) {
        out.println(text);
        out.flush();
    }
}
