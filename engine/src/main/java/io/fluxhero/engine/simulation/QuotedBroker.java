package io.fluxhero.engine.simulation;

import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.simulation.QuotedOrder.State;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A paper account that trades on last prices instead of bars (domain specification h.4). A market order fills at once at the
 * last price, less slippage; a limit when the price reaches it, at the price; a stop when the price touches it, as a market
 * order; a stop-limit when touched, then as a limit. No short positions: what is sold must be held. Money in micros.
 */
public final class QuotedBroker {

    /**
     * Shares held at their average cost.
     *
     * @param costMicros paid for all of them
     */
    public record Holding(long shares, long costMicros) {

        /** Average cost of a share. */
        public long averageMicros() {
            return StrictMath.round((double) costMicros / shares);
        }
    }

    private final QuoteSlippage slippage;
    private final Map<String, QuotedOrder> orders = new LinkedHashMap<>();
    private final SortedMap<String, Holding> holdings = new TreeMap<>();
    private final Map<String, Long> last = new TreeMap<>();
    private long cashMicros;
    private long realizedMicros;

    public QuotedBroker(long cashMicros, QuoteSlippage slippage) {
        this.cashMicros = cashMicros;
        this.slippage = slippage;
    }

    /** The market trades at this price: waiting orders of the symbol are tried in order of submission. */
    public void onPrice(String symbol, long priceMicros) {
        last.put(symbol, priceMicros);
        for (QuotedOrder order : List.copyOf(orders.values())) {
            if (order.state() == State.PENDING && order.symbol().equals(symbol)) {
                orders.put(order.orderId(), tried(order, priceMicros));
            }
        }
    }

    /**
     * Takes an order; the same id a second time changes nothing.
     *
     * @return the order as it stands now: rejected without shares, price, funds or what is to be sold
     */
    public QuotedOrder submit(QuotedOrder order) {
        QuotedOrder known = orders.get(order.orderId());
        if (known != null) {
            return known;
        }
        Long price = last.get(order.symbol());
        boolean impossible =
                order.shares() <= 0 || (price == null && order.terms().type() == OrderTerms.Type.MARKET);
        QuotedOrder taken = impossible ? order.with(State.REJECTED, 0) : price == null ? order : tried(order, price);
        orders.put(order.orderId(), taken);
        return taken;
    }

    /** Ends a waiting order. Returns whether there was one. */
    public boolean cancel(String orderId) {
        QuotedOrder order = orders.get(orderId);
        if (order == null || order.state() != State.PENDING) {
            return false;
        }
        orders.put(orderId, order.with(State.CANCELLED, 0));
        return true;
    }

    private QuotedOrder tried(QuotedOrder order, long price) {
        long market = slippage.priceMicros(price, order.buys());
        return switch (order.terms().type()) {
            case MARKET -> filled(order, market);
            case LIMIT -> order.isWithinLimit(price) ? filled(order, price) : held(order);
            case STOP -> order.isBeyondTrigger(price) ? filled(order, market) : held(order);
            case STOP_LIMIT -> {
                QuotedOrder touched = order.isBeyondTrigger(price) ? order.trigger() : order;
                yield touched.triggered() && touched.isWithinLimit(price) ? filled(touched, price) : held(touched);
            }
        };
    }

    /** An order that waits; one that sells what is not held waits for nothing. */
    private QuotedOrder held(QuotedOrder order) {
        return !order.buys() && shares(order.symbol()) < order.shares() ? order.with(State.REJECTED, 0) : order;
    }

    private QuotedOrder filled(QuotedOrder order, long price) {
        long money = order.shares() * price;
        if (order.buys() ? money > cashMicros : shares(order.symbol()) < order.shares()) {
            return order.with(State.REJECTED, 0);
        }
        if (order.buys()) {
            buy(order, money);
        } else {
            sell(order, money);
        }
        return order.with(State.FILLED, price);
    }

    private void buy(QuotedOrder order, long money) {
        cashMicros -= money;
        holdings.merge(
                order.symbol(),
                new Holding(order.shares(), money),
                (held, more) -> new Holding(held.shares() + more.shares(), held.costMicros() + more.costMicros()));
    }

    private void sell(QuotedOrder order, long money) {
        Holding held = holdings.get(order.symbol());
        if (held == null) {
            throw new IllegalStateException("sold without a holding: " + order);
        }
        long left = held.shares() - order.shares();
        long costSold = left == 0 ? held.costMicros() : order.shares() * held.averageMicros();
        cashMicros += money;
        realizedMicros += money - costSold;
        if (left == 0) {
            holdings.remove(order.symbol());
        } else {
            holdings.put(order.symbol(), new Holding(left, held.costMicros() - costSold));
        }
    }

    private long shares(String symbol) {
        Holding held = holdings.get(symbol);
        return held == null ? 0 : held.shares();
    }

    /** Orders in order of submission. */
    public Collection<QuotedOrder> orders() {
        return List.copyOf(orders.values());
    }

    /** What is held, by symbol. */
    public SortedMap<String, Holding> holdings() {
        return new TreeMap<>(holdings);
    }

    /** The last price of a symbol. */
    public Optional<Long> lastMicros(String symbol) {
        return Optional.ofNullable(last.get(symbol));
    }

    public long cashMicros() {
        return cashMicros;
    }

    /** Gains and losses of what was sold, against average cost. */
    public long realizedMicros() {
        return realizedMicros;
    }

    /** Cash and the market value of what is held, each counted once. */
    public long equityMicros() {
        long equity = cashMicros;
        for (Map.Entry<String, Holding> entry : holdings.entrySet()) {
            equity += entry.getValue().shares()
                    * last.getOrDefault(entry.getKey(), entry.getValue().averageMicros());
        }
        return equity;
    }
}
