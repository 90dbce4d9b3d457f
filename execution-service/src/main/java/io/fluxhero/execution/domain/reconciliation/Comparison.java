package io.fluxhero.execution.domain.reconciliation;

import io.fluxhero.execution.domain.broker.BrokerAccount;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.reconciliation.Discrepancy.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Our books beside the broker's, taken at one moment.
 *
 * @param working orders of ours that work, as we were told
 * @param inFlight ids at the broker of orders whose submission has no answer yet
 * @param ended ids at the broker of orders that are ours and have ended here
 * @param unprotected symbols of positions whose stop the broker refused
 * @param traded symbols that we ever traded
 * @param expectedCash what the account began with and what our fills and movements of cash made of it
 */
public record Comparison(
        List<Order> working,
        Set<String> inFlight,
        Set<String> ended,
        List<Position> positions,
        Set<String> unprotected,
        Set<String> traded,
        BigDecimal expectedCash) {

    /** Everything that differs. */
    public List<Discrepancy> with(List<BrokerOrder> open, BrokerAccount account) {
        List<Discrepancy> found = new ArrayList<>();
        compareOrders(open, found);
        compareShares(account.shares(), found);
        if (expectedCash.compareTo(account.cash()) != 0) {
            found.add(new Discrepancy(
                    Kind.CASH_MISMATCH,
                    account.account(),
                    "cash here " + expectedCash.toPlainString() + ", at the broker "
                            + account.cash().toPlainString()));
        }
        return List.copyOf(found);
    }

    private void compareOrders(List<BrokerOrder> open, List<Discrepancy> found) {
        SortedMap<String, BrokerOrder> theirs = new TreeMap<>();
        open.forEach(order -> theirs.put(order.clientOrderId(), order));
        for (Order order : working) {
            BrokerOrder there = theirs.remove(idOf(order, theirs));
            if (there == null) {
                found.add(mismatch(order, "not open at the broker"));
            } else if (there.quantity() - there.filled() != order.remaining()) {
                found.add(
                        mismatch(order, "at the broker " + there.filled() + " of " + there.quantity() + " are filled"));
            }
        }
        theirs.keySet().removeAll(inFlight);
        for (BrokerOrder other : theirs.values()) {
            boolean ours = ended.contains(other.clientOrderId());
            found.add(new Discrepancy(
                    ours ? Kind.ENDED_ORDER_WORKS : Kind.EXTERNAL_ORDER,
                    other.clientOrderId(),
                    other.symbol() + ": " + (other.quantity() - other.filled()) + " shares work at the broker"));
        }
    }

    /** Under which of these it works; its own where it does under none. */
    private static String idOf(Order order, SortedMap<String, BrokerOrder> theirs) {
        String own = order.clientOrderId();
        return theirs.containsKey(own)
                ? own
                : theirs.keySet().stream().filter(order::isKnownAs).findFirst().orElse(own);
    }

    private static Discrepancy mismatch(Order order, String there) {
        return new Discrepancy(
                Kind.ORDER_MISMATCH,
                order.orderId(),
                order.instruction().symbol() + ": here " + order.state() + " with "
                        + order.progress().filled() + " of "
                        + order.instruction().quantity() + " filled, " + there);
    }

    private void compareShares(SortedMap<String, Long> theirs, List<Discrepancy> found) {
        Map<String, Long> ours = new HashMap<>();
        positions.forEach(
                held -> ours.put(held.symbol(), held.shares() * held.side().sign()));
        Set<String> symbols = new HashSet<>(theirs.keySet());
        symbols.addAll(ours.keySet());
        for (String symbol : symbols.stream().sorted().toList()) {
            long here = ours.getOrDefault(symbol, 0L);
            long there = theirs.getOrDefault(symbol, 0L);
            if (here != there) {
                Kind kind = traded.contains(symbol) ? Kind.POSITION_MISMATCH : Kind.EXTERNAL_POSITION;
                found.add(new Discrepancy(kind, symbol, "shares here " + here + ", at the broker " + there));
            } else if (unprotected.contains(symbol)) {
                found.add(new Discrepancy(
                        Kind.UNPROTECTED, symbol, here + " shares have no stop, the broker refuses one"));
            }
        }
    }
}
