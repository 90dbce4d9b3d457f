package io.fluxhero.simulation.check;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.execution.Condition;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.risk.domain.command.AuditEntry;
import io.fluxhero.risk.domain.record.DecisionRecord;
import io.fluxhero.simulation.broker.Books;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.service.ExecutionService;
import io.fluxhero.simulation.service.People;
import io.fluxhero.simulation.service.RiskService;
import io.fluxhero.simulation.world.Broken;
import io.fluxhero.simulation.world.Faults;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The books of all three parties, once nothing moves any more. */
public final class AtRest {

    private final String account;
    private final RiskService risk;
    private final ExecutionService execution;
    private final People people;
    private final Books books;
    private final Topics topics;
    private final Faults faults;

    /** Those whose books are compared, and what they said to one another. */
    public AtRest(Parties parties, Topics topics, Faults faults) {
        this.account = parties.account();
        this.risk = parties.risk();
        this.execution = parties.execution();
        this.people = parties.people();
        this.books = parties.books();
        this.topics = topics;
        this.faults = faults;
    }

    /** Risk, execution, the broker and the people. */
    public record Parties(String account, RiskService risk, ExecutionService execution, People people, Books books) {}

    /** Throws the first that does not hold. */
    public void check() {
        boolean halted = execution.condition().state() == Condition.State.HALTED;
        if (!faults.isUnexplainable()) {
            Broken.unless(
                    !halted, "I4", "halted: " + execution.condition().current().detail());
        }
        steps();
        audit();
        new Said(topics).check();
        onceAtTheBroker();
        if (halted) {
            return;
        }
        fills();
        positions();
        cash();
        ordersEnd();
        reservations();
        protection();
    }

    /** I11: every step of every order is in the table. */
    private void steps() {
        for (Orders.Step step : execution.tables().orders().steps()) {
            OrderState from = step.from();
            boolean allowed = from == null ? step.to() == OrderState.CREATED : from.allows(step.to());
            Broken.unless(allowed, "I11", step.orderId() + " went from " + from + " to " + step.to());
        }
    }

    /** I12: the chain of privileged acts is whole, and every act that was done is in it. */
    private void audit() {
        long done = risk.tables().entries().stream()
                .filter(entry -> entry.result().startsWith("done"))
                .count();
        Broken.unless(done >= people.done(), "I12", people.done() + " acts were done, " + done + " are in the trail");
        Broken.unless(
                AuditEntry.isIntact(account, risk.tables().entries()), "I12", "the chain of the audit trail is broken");
    }

    /** I1, I2: an order of ours is at the broker once, and nothing is there that is not ours. */
    private void onceAtTheBroker() {
        Map<String, Integer> taken = new HashMap<>();
        Set<String> ours = new HashSet<>();
        for (Order order : execution.tables().orders().look()) {
            ours.add(order.orderId());
        }
        for (var report : books.log()) {
            if (report.fact() instanceof io.fluxhero.execution.domain.broker.BrokerReport.Accepted accepted) {
                taken.merge(accepted.orderId(), 1, Integer::sum);
                Broken.unless(
                        ours.contains(Order.orderIdOf(accepted.orderId())),
                        "I2",
                        accepted.orderId() + " is at the broker, not here");
            }
        }
        taken.forEach((id, times) -> Broken.unless(times == 1, "I1", id + " was taken " + times + " times"));
    }

    /** I3: every execution is here once, with the same figures, and no order has more than it was for. */
    private void fills() {
        Map<String, Fill> here = new HashMap<>();
        execution.tables().fills().look().forEach(fill -> here.put(fill.fillId(), fill));
        for (Map.Entry<String, Execution> there : books.executions().entrySet()) {
            Fill fill = here.remove(there.getKey());
            Broken.unless(fill != null, "I3", "execution " + there.getKey() + " is not here");
            boolean same = fill != null
                    && fill.quantity() == there.getValue().shares()
                    && Micros.of(fill.price()) == there.getValue().priceMicros();
            Broken.unless(same, "I3", "execution " + there.getKey() + " is another here");
        }
        Broken.unless(here.isEmpty(), "I3", "the broker knows nothing of " + here.keySet());
        Map<String, Long> filled = execution.tables().fills().filled();
        for (Order order : execution.tables().orders().look()) {
            long sum = filled.getOrDefault(order.orderId(), 0L);
            boolean holds = sum == order.progress().filled()
                    && sum <= order.instruction().quantity();
            Broken.unless(
                    holds, "I3", order.orderId() + " filled " + order.progress().filled() + ", fills " + sum);
        }
    }

    /** I4: the same shares at the broker, in execution and in risk. */
    private void positions() {
        SortedMap<String, Long> broker = books.shares();
        SortedMap<String, Long> here = new TreeMap<>();
        for (Position held : execution.tables().positions()) {
            here.put(held.symbol(), held.side().sign() * held.shares());
        }
        SortedMap<String, Long> decided = new TreeMap<>();
        for (AccountState.Position held : risk.tables().account().state().positions()) {
            decided.put(held.symbol(), held.side().sign() * held.shares());
        }
        Broken.unless(broker.equals(here), "I4", "shares at the broker " + broker + ", in execution " + here);
        Broken.unless(broker.equals(decided), "I4", "shares at the broker " + broker + ", in risk " + decided);
    }

    /** I5: the same money, to the last millionth. */
    private void cash() {
        AccountState state = risk.tables().account().state();
        long there = state.initialCashMicros() + books.cashFlowMicros();
        Broken.unless(
                there == state.cashMicros(), "I5", "cash at the broker " + there + ", in risk " + state.cashMicros());
        Map<String, BigDecimal> booked = new TreeMap<>(books.movements());
        Map<String, BigDecimal> told = new TreeMap<>();
        risk.tables().movements().forEach((id, movement) -> told.put(id, movement.amount()));
        Broken.unless(
                booked.equals(execution.tables().moved()) && booked.equals(told),
                "I5",
                "moved at the broker " + booked + ", in execution "
                        + execution.tables().moved() + ", in risk " + told);
    }

    /** I14: every approved order has ended or works at the broker. */
    private void ordersEnd() {
        Set<String> known = new HashSet<>();
        Set<String> open = new TreeSet<>();
        for (Order order : execution.tables().orders().look()) {
            known.add(order.orderId());
            if (!order.state().isTerminal()) {
                open.add(order.clientOrderId());
            }
        }
        for (DecisionRecord decision : risk.tables().decisions()) {
            String id = decision.orderId();
            Broken.unless(id == null || known.contains(id), "I14", "order " + id + " was approved and is lost");
        }
        Set<String> working = new TreeSet<>();
        for (WorkingOrder held : books.working()) {
            String id = held.ticket().orderId();
            if (!held.isPosition()) {
                working.add(id);
                continue;
            }
            if (held.stopMicros() != 0) {
                working.add(WorkingOrder.stopOrderId(id));
            }
            if (held.targetMicros() != 0) {
                working.add(WorkingOrder.targetOrderId(id));
            }
        }
        Broken.unless(open.equals(working), "I14", "open here " + open + ", at the broker " + working);
    }

    /** Risk waits for exactly those orders that are still out. */
    private void reservations() {
        Set<String> pending = new TreeSet<>();
        for (Ticket ticket : risk.tables().account().state().pending()) {
            pending.add(ticket.orderId());
        }
        Set<String> out = new TreeSet<>();
        for (Order order : execution.tables().orders().look()) {
            if (!order.state().isTerminal() && order.instruction().entryOrderId() == null) {
                out.add(order.orderId());
            }
        }
        Broken.unless(pending.equals(out), "I8", "risk waits for " + pending + ", out are " + out);
    }

    /** I15: whatever is held has its stop at the broker. */
    private void protection() {
        List<WorkingOrder> held =
                books.working().stream().filter(WorkingOrder::isPosition).toList();
        Map<String, Long> stops = new HashMap<>();
        for (Position position : execution.tables().positions()) {
            BigDecimal stop = position.stopLoss();
            stops.put(position.symbol(), stop == null ? 0 : Micros.of(stop));
        }
        for (WorkingOrder position : held) {
            long here = stops.getOrDefault(position.ticket().symbol(), 0L);
            Broken.unless(
                    here == position.stopMicros(),
                    "I15",
                    position.ticket().symbol() + " is stopped at " + position.stopMicros() + ", here at " + here);
            Broken.unless(position.stopMicros() > 0, "I15", position.ticket().symbol() + " is held without a stop");
        }
        Set<String> symbols = new TreeSet<>();
        held.forEach(position -> symbols.add(position.ticket().symbol()));
        Broken.unless(
                symbols.equals(books.shares().keySet()),
                "I15",
                "held " + books.shares().keySet() + ", protected " + symbols);
        for (Order order : execution.tables().orders().look()) {
            boolean isStop = order.instruction().intent() == Intent.PROTECTIVE_STOP;
            boolean has = order.instruction().stopPrice() != null;
            Broken.unless(!isStop || has, "I15", order.orderId() + " is a stop without a price");
        }
    }
}
