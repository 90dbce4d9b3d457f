package io.fluxhero.simulation.service;

import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.risk.domain.execution.Execution;
import io.fluxhero.risk.domain.execution.ExecutionState;
import io.fluxhero.simulation.world.Fault;
import io.fluxhero.simulation.world.Faults;
import io.fluxhero.simulation.world.Killed;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The way from risk to execution that needs no topics: a call that may not arrive, or whose answer may not. */
final class Door implements Execution {

    private final ExecutionService execution;
    private final Faults faults;

    Door(ExecutionService execution, Faults faults) {
        this.execution = execution;
        this.faults = faults;
    }

    @Override
    public boolean lease(long epoch, Duration validFor) throws Unreachable {
        return call(() -> execution.lease(epoch, validFor));
    }

    @Override
    public void fence(long epoch, boolean halted, String by, String reason) throws Unreachable {
        call(() -> execution.fence(epoch, halted, by, reason));
    }

    @Override
    public ExecutionState state() throws Unreachable {
        return call(execution::state);
    }

    @Override
    public void deliver(List<OrderMessage> orders) throws Unreachable {
        call(() -> execution.deliver(orders));
    }

    private <T> T call(Supplier<T> what) throws Unreachable {
        if (!execution.isAlive() || faults.strikes(Fault.DOOR_SHUT)) {
            throw new Unreachable("no connection");
        }
        T answer;
        try {
            answer = what.get();
        } catch (Killed killed) {
            execution.die();
            throw new Unreachable("the connection broke");
        } catch (IllegalStateException failed) {
            throw new Unreachable("500", failed);
        }
        if (faults.strikes(Fault.DOOR_ANSWER_LOST)) {
            throw new Unreachable("no answer");
        }
        return answer;
    }
}
