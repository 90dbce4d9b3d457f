package io.fluxhero.engine.backtest;

import io.fluxhero.engine.indicator.AverageVolume;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.BrokerEvent;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.simulation.SimulatedBroker;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders that someone wrote down, played through the market of one symbol: what would have become of them. Fills,
 * costs and books are those of every backtest; nothing is sized, limited or halted.
 */
public final class OrderReplay {

    /** Bars whose mean volume an order is measured against; fewer at the begin of the data. */
    private static final int VOLUME_BARS = 20;

    private static final String SYMBOL = "REPLAY";

    /**
     * An order.
     *
     * @param bar index of the bar at whose close it is given; it fills later
     * @param buys whether it buys; a purchase covers what is short first, a sale sells what is long
     * @param terms how it may fill
     * @param stopMicros protective stop of the position that it opens, 0 for none
     * @param targetMicros profit target, 0 for none
     */
    public record Order(int bar, boolean buys, long shares, OrderTerms terms, long stopMicros, long targetMicros) {}

    /**
     * On what terms.
     *
     * @param allowShort whether a sale without shares opens a short; else it is cancelled
     * @param pyramiding whether an order may enlarge a position; else it is cancelled
     */
    public record Rules(CostModel costs, boolean allowShort, boolean pyramiding) {}

    /** A closed position or a closed part of one; bars are indices, money in micros, profit net of both commissions. */
    public record Trade(
            Side side,
            long shares,
            int entryBar,
            long entryPriceMicros,
            int exitBar,
            long exitPriceMicros,
            long pnlMicros,
            long commissionMicros,
            ExitReason reason) {

        /** Profit in percent of what was paid. */
        public double pnlPercent() {
            return 100.0 * pnlMicros / (entryPriceMicros * (double) shares);
        }
    }

    /** What is open at the end. */
    public record Open(Side side, long shares, long entryPriceMicros, int entryBar) {}

    /**
     * What became of the orders.
     *
     * @param equityMicros at each close
     * @param open what is held at the end, at most one position
     */
    public record Result(
            List<Trade> trades, long[] equityMicros, long cashMicros, int cancelledOrders, List<Open> open) {}

    private final CandleSeries series;
    private final Rules rules;
    private final Portfolio portfolio;
    private final SimulatedBroker broker;
    private final AverageVolume[] averages = new AverageVolume[VOLUME_BARS];
    private final List<Trade> trades = new ArrayList<>();
    private int entryBar;
    private int cancelled;

    private OrderReplay(CandleSeries series, Rules rules, long initialCashMicros) {
        this.series = series;
        this.rules = rules;
        portfolio = Portfolio.starting(RiskConfig.unlimited(), (cause, leg) -> cause, initialCashMicros);
        broker = new SimulatedBroker(rules.costs());
        for (int i = 0; i < VOLUME_BARS; i++) {
            averages[i] = new AverageVolume(i + 1);
        }
    }

    /** Plays the orders; those of one bar in the order of the list. */
    public static Result run(CandleSeries series, List<Order> orders, Rules rules, long initialCashMicros) {
        OrderReplay replay = new OrderReplay(series, rules, initialCashMicros);
        long[] equity = new long[series.size()];
        for (int bar = 0; bar < equity.length; bar++) {
            replay.pass(bar);
            equity[bar] = replay.portfolio.equityMicros();
            int number = 0;
            for (Order order : orders) {
                if (order.bar() == bar) {
                    replay.submit(order, "order-" + bar + "-" + number++);
                }
            }
        }
        return new Result(
                List.copyOf(replay.trades),
                equity,
                replay.portfolio.state().cashMicros(),
                replay.cancelled,
                replay.open());
    }

    private void pass(int bar) {
        long day = Backtest.sessionDay(series.openTime(bar));
        report(broker.onCandle(SYMBOL, series.candle(bar), day), bar);
        for (AverageVolume average : averages) {
            average.update(series.volumes()[bar]);
        }
        SettledBar close = new SettledBar(SYMBOL, Micros.round(series.closes()[bar]), Double.NaN, List.of());
        portfolio.onBars(series.openTime(bar), day, List.of(close));
    }

    private void submit(Order order, String id) {
        Side wanted = order.buys() ? Side.LONG : Side.SHORT;
        List<Open> held = open();
        boolean closes = held.isEmpty()
                ? !order.buys() && !rules.allowShort()
                : held.getFirst().side() != wanted;
        if (!closes && !held.isEmpty() && !rules.pyramiding()) {
            cancelled++;
            return;
        }
        Side side = closes ? opposite(wanted) : wanted;
        report(broker.submit(ticket(order, id, closes ? Intent.EXIT : Intent.ENTRY, side)), order.bar());
    }

    private static Side opposite(Side side) {
        return side == Side.LONG ? Side.SHORT : Side.LONG;
    }

    private Ticket ticket(Order order, String id, Intent intent, Side side) {
        return new Ticket(
                id,
                null,
                SYMBOL,
                series.openTime(order.bar()),
                intent,
                side,
                null,
                order.shares(),
                order.stopMicros(),
                order.targetMicros(),
                Double.NaN,
                averages[Math.min(order.bar(), VOLUME_BARS - 1)].value(),
                portfolio.state().cashMicros(),
                order.terms(),
                0);
    }

    private void report(List<BrokerEvent> events, int bar) {
        for (BrokerEvent event : events) {
            switch (event) {
                case BrokerEvent.Filled filled -> fill(filled.execution(), bar);
                case BrokerEvent.Cancelled gone ->
                    cancelled += gone.orderId().startsWith("order-")
                                    && !gone.reason().equals("POSITION_CLOSED")
                            ? 1
                            : 0;
                case BrokerEvent.Accepted accepted -> {}
            }
        }
    }

    private void fill(Execution execution, int bar) {
        List<Open> before = open();
        long realized = portfolio.state().realizedMicros();
        portfolio.onExecution(execution);
        if (execution.intent() == Intent.ENTRY) {
            entryBar = before.isEmpty() ? bar : entryBar;
            return;
        }
        long profit = portfolio.state().realizedMicros() - realized;
        Open closed = before.getFirst();
        long gross = closed.side().sign() * execution.shares() * (execution.priceMicros() - closed.entryPriceMicros());
        trades.add(new Trade(
                closed.side(),
                execution.shares(),
                closed.entryBar(),
                closed.entryPriceMicros(),
                bar,
                execution.priceMicros(),
                profit,
                gross - profit,
                reasonOf(execution.intent())));
    }

    private static ExitReason reasonOf(Intent intent) {
        return switch (intent) {
            case PROTECTIVE_STOP -> ExitReason.STOP;
            case TAKE_PROFIT -> ExitReason.TARGET;
            case ENTRY, EXIT, FLATTEN -> ExitReason.SIGNAL;
        };
    }

    private List<Open> open() {
        return portfolio.state().positions().stream()
                .map(held -> new Open(held.side(), held.shares(), held.averagePriceMicros(), entryBar))
                .toList();
    }
}
