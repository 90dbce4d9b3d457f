package io.fluxhero.simulation.run;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.Condition;
import io.fluxhero.execution.Transactions;
import io.fluxhero.execution.paper.PaperBroker;
import io.fluxhero.execution.paper.PaperTerms;
import io.fluxhero.simulation.broker.Books;
import io.fluxhero.simulation.broker.UnkindBroker;
import io.fluxhero.simulation.check.AtRest;
import io.fluxhero.simulation.check.AtTheDoor;
import io.fluxhero.simulation.log.Carrier;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.market.Market;
import io.fluxhero.simulation.market.Plan;
import io.fluxhero.simulation.service.ExecutionService;
import io.fluxhero.simulation.service.MortalService;
import io.fluxhero.simulation.service.People;
import io.fluxhero.simulation.service.RiskService;
import io.fluxhero.simulation.service.Settings;
import io.fluxhero.simulation.service.Wiring;
import io.fluxhero.simulation.world.Broken;
import io.fluxhero.simulation.world.Fault;
import io.fluxhero.simulation.world.World;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One seed from its first bar to the last question. */
public final class Simulation {

    private static final int SEEDS_PER_JSON_SEED = 32;
    private static final long AFTER_LAST_BAR_MILLIS = 10_000;
    private static final long COMPARED_MILLIS = 45_000;
    private static final long PATIENCE_MILLIS = 1_800_000;

    private final World world;
    private final Plan plan;
    private final Topics topics;
    private final Books books = new Books();
    private final RiskService risk;
    private final ExecutionService execution;
    private final Market market;
    private final People people;

    private Simulation(long seed, Scope scope, Wiring wiring) {
        world = World.of(seed, scope.without(), scope.inWords());
        plan = Plan.of(world.chance(), scope.mostBars());
        Carrier carrier = new Carrier(Math.floorMod(seed, SEEDS_PER_JSON_SEED) == 0);
        topics = new Topics(carrier, world.faults(), world.chance(), world.trace());
        Settings settings = new Settings(
                plan.risk().account(),
                Plan.TIMEFRAME.code(),
                Micros.toDecimal(plan.risk().initialCapitalMicros()),
                plan.volumeRatio(),
                true);
        UnkindBroker broker = new UnkindBroker(paper(settings), books, world);
        execution = new ExecutionService(world, topics, settings, broker, wiring);
        risk = new RiskService(world, topics, plan.risk(), execution, wiring);
        broker.watch(
                new AtTheDoor(execution, () -> risk.tables().account().latch().resetEpoch()));
        people = new People(plan, world, topics, risk, execution);
        market = new Market(plan, world, topics);
    }

    /** Runs it, as much of it as the scope says. */
    public static Outcome of(long seed, Scope scope) {
        return of(seed, scope, Wiring.SOUND);
    }

    /** The same with something in between. */
    public static Outcome of(long seed, Scope scope, Wiring wiring) {
        return new Simulation(seed, scope, wiring).outcome();
    }

    private PaperBroker paper(Settings settings) {
        CostModel costs = new CostModel(0.005, 0.0001, 0.1, 0.0005, plan.volumeRatio());
        return new PaperBroker(new Unfailing(), books, new PaperTerms(settings.account(), settings.capital(), costs));
    }

    private Outcome outcome() {
        Optional<Outcome.Violation> violation = Optional.empty();
        try {
            run();
        } catch (Broken broken) {
            violation = Optional.of(new Outcome.Violation(broken.invariant(), String.valueOf(broken.getMessage())));
        } catch (MortalService.Stuck stuck) {
            violation = Optional.of(new Outcome.Violation("STUCK", String.valueOf(stuck.getMessage())));
        } catch (RuntimeException unexpected) {
            violation = Optional.of(new Outcome.Violation("UNEXPECTED", inWords(unexpected)));
        }
        return new Outcome(
                world.seed(),
                world.trace().events(),
                world.trace().hash(),
                Set.copyOf(world.faults().struck()),
                violation,
                world.trace().lines());
    }

    private static String inWords(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure + (frames.length == 0 ? "" : " at " + frames[0]);
    }

    private void run() {
        market.open();
        people.come();
        risk.start();
        execution.start();
        long evening = World.BEGINNING + plan.bars() * plan.spacingMillis() + AFTER_LAST_BAR_MILLIS;
        while (world.agenda().step(evening)) {
            // the day
        }
        world.agenda().restUntil(evening);
        world.faults().calm();
        long earliest = evening + COMPARED_MILLIS;
        long latest = evening + PATIENCE_MILLIS;
        while (!(world.agenda().now() >= earliest && (isAtRest() || waitsForPeople()))) {
            if (!world.agenda().step(latest)) {
                throw new Broken("I14", "no rest: " + unrest());
            }
        }
        if (risk.refusedForWantOfSlots()) {
            world.faults().hit(Fault.LAST_SLOT);
        }
        new AtRest(new AtRest.Parties(plan.risk().account(), risk, execution, people, books), topics, world.faults())
                .check();
    }

    /** Books that cannot be explained wait for somebody to look, and so does all else. */
    private boolean waitsForPeople() {
        return world.faults().isUnexplainable() && execution.condition().state() == Condition.State.HALTED;
    }

    private boolean isAtRest() {
        return risk.isAtRest()
                && execution.isAtRest()
                && execution.isIdle()
                && !risk.hasOpenBars()
                && !execution.tables().anythingWaits();
    }

    private String unrest() {
        return "risk " + risk.isAtRest() + ", execution " + execution.isAtRest() + ", desk idle " + execution.isIdle()
                + ", undecided bars " + risk.hasOpenBars() + ", waiting bars or stops "
                + execution.tables().anythingWaits() + ", "
                + execution.condition().current();
    }

    /** The broker's own books do not fail. */
    private static final class Unfailing implements Transactions {

        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void run(Runnable work) {
            work.run();
        }
    }
}
