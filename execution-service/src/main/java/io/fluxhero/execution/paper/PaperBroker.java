package io.fluxhero.execution.paper;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.BrokerEvent;
import io.fluxhero.engine.simulation.SimulatedBroker;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.broker.BrokerAccount;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.PaperLedger;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Instruction;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trades on paper. It keeps nothing in memory: every act opens the books, lets the engine's broker work on them and
 * writes down what changed, in the caller's transaction. So a rollback or a restart leaves nothing to repair.
 */
final class PaperBroker implements SimulatedMarket {

    private final PaperLedger ledger;
    private final PaperTerms terms;

    PaperBroker(PaperLedger ledger, PaperTerms terms) {
        this.ledger = ledger;
        this.terms = terms;
    }

    @Override
    public List<BrokerReport> submit(Order order) {
        if (ledger.knows(order.orderId())) {
            return List.of();
        }
        return objectionTo(order)
                .<List<BrokerReport>>map(List::of)
                .orElseGet(() -> act(ledger.working(), broker -> broker.submit(ticketOf(order))));
    }

    @Override
    public List<BrokerReport> cancel(String orderId, String reason) {
        return act(ledger.working(), broker -> broker.cancel(orderId, reason));
    }

    @Override
    public boolean moveStop(String entryOrderId, BigDecimal stopPrice) {
        List<WorkingOrder> working = ledger.working();
        boolean protects = working.stream()
                .anyMatch(
                        held -> held.ticket().orderId().equals(entryOrderId) && held.live() == Intent.PROTECTIVE_STOP);
        if (protects) {
            act(working, broker -> {
                broker.moveStop(entryOrderId, Micros.of(stopPrice));
                return List.of();
            });
        }
        return protects;
    }

    @Override
    public List<BrokerReport> pass(Bar bar) {
        List<WorkingOrder> working = ledger.working();
        if (working.stream().noneMatch(held -> held.ticket().symbol().equals(bar.symbol()))) {
            return List.of();
        }
        return act(working, broker -> broker.onCandle(bar.symbol(), bar.toCandle()));
    }

    @Override
    public List<BrokerReport> fillNow(String orderId, BigDecimal price, Instant barTime) {
        return act(ledger.working(), broker -> broker.fillNow(orderId, price.doubleValue(), barTime.toEpochMilli()));
    }

    @Override
    public List<BrokerOrder> openOrders() {
        List<BrokerOrder> open = new ArrayList<>();
        for (WorkingOrder held : ledger.working()) {
            Ticket ticket = held.ticket();
            if (held.live() != Intent.PROTECTIVE_STOP) {
                open.add(new BrokerOrder(ticket.orderId(), ticket.symbol(), held.live(), ticket.shares()));
                continue;
            }
            if (held.stopMicros() != 0) {
                String id = WorkingOrder.stopOrderId(ticket.orderId());
                open.add(new BrokerOrder(id, ticket.symbol(), Intent.PROTECTIVE_STOP, ticket.shares()));
            }
            if (held.targetMicros() != 0) {
                String id = WorkingOrder.targetOrderId(ticket.orderId());
                open.add(new BrokerOrder(id, ticket.symbol(), Intent.TAKE_PROFIT, ticket.shares()));
            }
        }
        return open;
    }

    @Override
    public BrokerAccount account() {
        BigDecimal cash = terms.initialCash().add(Micros.toDecimal(ledger.cashFlowMicros()));
        return new BrokerAccount(terms.account(), cash, ledger.shares());
    }

    private static Optional<BrokerReport> objectionTo(Order order) {
        Instruction plan = order.instruction();
        if (plan.type() != OrderType.MARKET) {
            return Optional.of(new BrokerReport.Rejected(
                    order.orderId(), "UNSUPPORTED_TYPE", "paper trades market orders, not " + plan.type()));
        }
        if (plan.intent() == Intent.ENTRY && plan.protectiveStop() == null) {
            return Optional.of(new BrokerReport.Rejected(
                    order.orderId(), "NO_PROTECTIVE_STOP", "an entry without a stop is not taken"));
        }
        return Optional.empty();
    }

    private List<BrokerReport> act(List<WorkingOrder> before, Function<SimulatedBroker, List<BrokerEvent>> deed) {
        SimulatedBroker broker = new SimulatedBroker(terms.costs(), before);
        List<BrokerEvent> events = deed.apply(broker);
        ledger.replace(before, broker.working());
        return events.stream().map(event -> reportOf(event, before)).toList();
    }

    private BrokerReport reportOf(BrokerEvent event, List<WorkingOrder> before) {
        return switch (event) {
            case BrokerEvent.Accepted accepted -> acceptanceOf(accepted, before);
            case BrokerEvent.Cancelled cancelled -> new BrokerReport.Cancelled(cancelled.orderId(), cancelled.reason());
            case BrokerEvent.Filled filled -> new BrokerReport.Filled(written(filled.execution()));
        };
    }

    private static BrokerReport acceptanceOf(BrokerEvent.Accepted accepted, List<WorkingOrder> before) {
        if (accepted.intent() != Intent.PROTECTIVE_STOP && accepted.intent() != Intent.TAKE_PROFIT) {
            return new BrokerReport.Accepted(accepted.orderId(), "paper-" + accepted.orderId());
        }
        String entry = before.stream()
                .map(held -> held.ticket().orderId())
                .filter(id -> Stream.of(WorkingOrder.stopOrderId(id), WorkingOrder.targetOrderId(id))
                        .anyMatch(accepted.orderId()::equals))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a leg without an entry: " + accepted.orderId()));
        return new BrokerReport.LegAccepted(accepted.orderId(), entry, accepted.intent());
    }

    private Fill written(Execution execution) {
        Instant barTime = Instant.ofEpochMilli(execution.barTime());
        String fillId = Ids.derive("fil", execution.orderId(), barTime);
        ledger.record(fillId, execution);
        return new Fill(
                fillId,
                execution.orderId(),
                execution.entryOrderId(),
                execution.symbol(),
                barTime,
                execution.intent(),
                execution.side(),
                execution.shares(),
                Micros.toDecimal(execution.priceMicros()),
                Micros.toDecimal(execution.commissionMicros()),
                Micros.toDecimal(execution.slippageMicros()));
    }

    private static Ticket ticketOf(Order order) {
        Instruction plan = order.instruction();
        Long volume = plan.averageVolume();
        return new Ticket(
                order.orderId(),
                plan.signalId(),
                plan.symbol(),
                plan.barTime().toEpochMilli(),
                plan.intent(),
                plan.side(),
                plan.mode(),
                plan.quantity(),
                microsOf(plan.protectiveStop()),
                microsOf(plan.takeProfit()),
                Double.NaN,
                volume == null ? Double.NaN : volume.doubleValue(),
                plan.cashLimit() == null ? Long.MAX_VALUE : Micros.of(plan.cashLimit()));
    }

    private static long microsOf(@Nullable BigDecimal amount) {
        return amount == null ? 0 : Micros.of(amount);
    }
}
