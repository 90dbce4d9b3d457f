package io.fluxhero.simulation.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.risk.CarryOutCommand;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome;
import io.fluxhero.risk.domain.execution.Execution;
import io.fluxhero.risk.domain.execution.ExecutionState;
import io.fluxhero.simulation.log.Carrier;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.market.Plan;
import io.fluxhero.simulation.world.Fault;
import io.fluxhero.simulation.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Seed 1204 of the simulation: execution was away for the halt and for the reset after it. */
class MissedHaltTest {

    private static final int TEN_SECONDS = 10_000;

    private final World world = World.of(1, EnumSet.allOf(Fault.class), false);
    private final Away execution = new Away();
    private final RiskService risk = risk();

    @BeforeAll
    static void nobody_reads_the_log() {
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /** Hears nothing of halts, and remembers the rest in its order. */
    private static final class Away implements Execution {

        private final List<String> heard = new ArrayList<>();
        private boolean deaf;
        private long epoch;

        @Override
        public boolean lease(long of, Duration validFor) {
            heard.add("lease " + of);
            return true;
        }

        @Override
        public void fence(long told, boolean halted, String by, String reason) throws Unreachable {
            if (deaf) {
                throw new Unreachable("away");
            }
            epoch = told;
            heard.add("fence " + told + (halted ? " halted" : " open"));
        }

        @Override
        public ExecutionState state() {
            ExecutionState.Fence fence = new ExecutionState.Fence(epoch, false, null, null);
            return new ExecutionState("READY", null, fence, OptionalInt.of(0), OptionalInt.of(0), 0, true, List.of());
        }

        @Override
        public void deliver(List<OrderMessage> orders) {
            // nothing is held, nothing is out
        }
    }

    private RiskService risk() {
        Topics topics = new Topics(new Carrier(false), world.faults(), world.chance(), world.trace());
        Plan plan = Plan.of(world.chance(), 1);
        Wiring wiring = new Wiring() {
            @Override
            public Execution door(Execution sound) {
                return execution;
            }
        };
        Settings settings = new Settings(
                plan.risk().account(), Plan.TIMEFRAME.code(), java.math.BigDecimal.valueOf(100_000), 0, true);
        ExecutionService nobody = new ExecutionService(world, topics, settings, new NoBroker(), wiring);
        return new RiskService(world, topics, plan.risk(), nobody, wiring);
    }

    private CommandOutcome.Code act(Command.Action action) {
        Command command =
                new Command(action, new Command.Person("ann", "ADMIN"), "because", null, "", action.name(), "req");
        CarryOutCommand.Answer answer = risk.act(
                        desk -> action == Command.Action.HALT ? desk.halt(command) : desk.resume(command, true))
                .orElseThrow();
        return answer.outcome().code();
    }

    private void tenSecondsPass() {
        long end = world.agenda().now() + TEN_SECONDS;
        while (world.agenda().step(end)) {
            // the lease is renewed
        }
    }

    @Test
    void execution_hears_of_the_reset_before_it_gets_leave() {
        risk.start();
        tenSecondsPass();
        execution.deaf = true;
        assertThat(act(Command.Action.HALT)).isEqualTo(CommandOutcome.Code.DONE);
        assertThat(act(Command.Action.RESUME)).isEqualTo(CommandOutcome.Code.DONE);
        long reset = risk.tables().account().latch().resetEpoch();
        execution.heard.clear();
        tenSecondsPass();
        assertThat(execution.heard).as("no leave while it cannot be told").isEmpty();

        execution.deaf = false;
        tenSecondsPass();

        assertThat(execution.heard).startsWith("fence " + reset + " open", "lease " + reset);
        assertThat(execution.heard.stream().filter(said -> said.startsWith("fence")))
                .hasSize(1);
    }
}
