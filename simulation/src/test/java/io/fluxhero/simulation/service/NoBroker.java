package io.fluxhero.simulation.service;

import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.broker.Answer;
import io.fluxhero.execution.domain.broker.BrokerAccount;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.BrokerUnavailable;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.broker.Submission;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A broker that nobody should ask. */
final class NoBroker implements SimulatedMarket {

    private static BrokerUnavailable nobody() {
        return new BrokerUnavailable("there is no broker");
    }

    @Override
    public Submission submit(NewOrder order) {
        throw nobody();
    }

    @Override
    public Answer cancel(String clientOrderId) {
        throw nobody();
    }

    @Override
    public Submission reset(String movementId, BigDecimal cash, String reason, Instant at) {
        throw nobody();
    }

    @Override
    public Answer moveStop(String stopOrderId, BigDecimal stopPrice) {
        throw nobody();
    }

    @Override
    public Optional<BrokerOrder> find(String clientOrderId) {
        throw nobody();
    }

    @Override
    public List<BrokerOrder> openOrders() {
        throw nobody();
    }

    @Override
    public BrokerAccount account() {
        throw nobody();
    }

    @Override
    public List<BrokerReport> reportsAfter(long sequence, int limit) {
        throw nobody();
    }

    @Override
    public void pass(Bar bar) {
        throw nobody();
    }
}
