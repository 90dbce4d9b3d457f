package io.fluxhero.simulation.check;

import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.Condition;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.simulation.broker.UnkindBroker;
import io.fluxhero.simulation.service.ExecutionService;
import io.fluxhero.simulation.service.Witness;
import io.fluxhero.simulation.world.Broken;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What must hold at the moment in which something leaves for the broker. */
public final class AtTheDoor implements UnkindBroker.Watcher {

    private final ExecutionService execution;
    private final LongSupplier resetEpoch;

    /**
     * @param resetEpoch epoch that the last reset at risk began
     */
    public AtTheDoor(ExecutionService execution, LongSupplier resetEpoch) {
        this.execution = execution;
        this.resetEpoch = resetEpoch;
    }

    /** I2: what may still be on its way is not given up. */
    @Override
    public void arrives(String clientOrderId) {
        known(clientOrderId)
                .ifPresent(order -> Broken.unless(
                        !order.state().isTerminal(),
                        "I2",
                        clientOrderId + " arrives at the broker and was given up: " + order.state()));
    }

    private Optional<Order> known(String clientOrderId) {
        return execution.tables().orders().look().stream()
                .filter(order -> order.clientOrderId().equals(clientOrderId))
                .findFirst();
    }

    /** I10: a bar waits until what came before it was decided. */
    @Override
    public void passes(Bar bar) {
        Instant horizon = execution.horizon();
        Broken.unless(
                !bar.openTime().isAfter(horizon), "I10", bar.openTime() + " passes before " + horizon + " is decided");
    }

    @Override
    public void leaves(NewOrder leaving) {
        Instant now = execution.now();
        Optional<Order> known = known(leaving.clientOrderId());
        Broken.unless(known.isPresent(), "I2", leaving.clientOrderId() + " leaves and is not written down");
        if (leaving.instruction().intent() == Intent.ENTRY) {
            opens(leaving, known.orElseThrow(), now);
        }
    }

    /** I7: nothing opens behind the fence, in a halt, without leave, or before the books are compared. */
    private void opens(NewOrder leaving, Order order, Instant now) {
        String id = leaving.clientOrderId();
        Witness witness = execution.witness();
        Condition.State state = execution.condition().state();
        Broken.unless(!witness.isHalted(), "I7", id + " opens a position in a halt");
        long epoch = witness.epochOf(order.orderId()).orElse(Long.MAX_VALUE);
        Broken.unless(
                epoch >= witness.epoch(), "I7", id + " is of epoch " + epoch + ", the fence at " + witness.epoch());
        long reset = resetEpoch.getAsLong();
        Broken.unless(
                epoch >= reset || witness.leasedEpoch() < reset,
                "I7",
                id + " is of epoch " + epoch + " and leaves with the leave of epoch " + witness.leasedEpoch()
                        + ", after the reset to " + reset);
        Broken.unless(now.isBefore(witness.leasedUntil()), "I7", id + " opens a position without leave");
        Broken.unless(state == Condition.State.READY, "I7", id + " opens a position while the service is " + state);
        Broken.unless(leaving.instruction().protectiveStop() != null, "I15", id + " opens a position without a stop");
    }
}
