package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;
import io.fluxhero.engine.strategy.Explanation;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import java.util.List;

/** Accounts, bars, signals and fills as tests speak of them. */
public final class Given {

    public static final Portfolio.OrderIds IDS = (cause, leg) -> cause + "/" + leg;

    private Given() {}

    public static Portfolio anAccountWith(double cash) {
        return Portfolio.starting(RiskConfig.defaults(), IDS, Micros.of(cash));
    }

    public static Explanation because(boolean entry, Side side, Mode mode, double price, double stop) {
        return new Explanation(
                entry,
                side,
                mode,
                Regime.STRONG_TREND,
                Volatility.NORMAL,
                price,
                2,
                price - 1,
                50,
                30,
                0.7,
                stop,
                "a test said so",
                true,
                true,
                false);
    }

    public static Signal.Entry anEntry(Mode mode, Side side, double price, double stop) {
        double trailing = mode == Mode.TREND ? 2.5 : Double.NaN;
        return new Signal.Entry(mode, side, price, stop, trailing, Double.NaN, because(true, side, mode, price, stop));
    }

    public static Signal.Entry aTrendEntry(double price, double stop) {
        return anEntry(Mode.TREND, Side.LONG, price, stop);
    }

    public static Signal.Exit anExit(Mode mode, Side side, double price) {
        return new Signal.Exit(mode, side, price, because(false, side, mode, price, Double.NaN));
    }

    /** A position of the trend mode as an account is restored with it; it has cost nothing but its price. */
    public static AccountState.Position aPosition(
            String symbol, Side side, long shares, double price, double stop, double trailing) {
        return new AccountState.Position(
                symbol,
                side,
                Mode.TREND,
                symbol,
                null,
                0,
                shares,
                Micros.of(price),
                0,
                Micros.of(stop),
                0,
                trailing,
                0,
                false,
                0,
                0,
                0,
                0,
                0);
    }

    /** A bar without signals. */
    public static SettledBar aBar(String symbol, double close, double atr) {
        return new SettledBar(symbol, close, atr, List.of());
    }

    /** A bar with one signal, whose id is {@code signalId}. */
    public static SettledBar aBar(String symbol, double close, String signalId, Signal signal) {
        return new SettledBar(symbol, close, 2, List.of(new SettledBar.Identified(signalId, signal)));
    }

    /** The fill of an entry without costs. */
    public static Execution entryFill(Ticket ticket, long time, double price) {
        return fill(ticket, ticket.orderId(), time, ticket.shares(), price, 0);
    }

    public static Execution fill(
            Ticket ticket, String entryOrderId, long time, long shares, double price, double commission) {
        return new Execution(
                ticket.orderId(),
                entryOrderId,
                ticket.symbol(),
                time,
                ticket.intent(),
                ticket.side(),
                shares,
                Micros.of(price),
                Micros.of(commission),
                0);
    }

    /** Everything of one kind that was decided. */
    public static <T extends Decision> List<T> only(Class<T> kind, List<Decision> decisions) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The ticket of the single approval. */
    public static Ticket approved(List<Decision> decisions) {
        List<Decision.Approved> approvals = only(Decision.Approved.class, decisions);
        if (approvals.size() != 1) {
            throw new AssertionError("expected one approval in " + decisions);
        }
        return approvals.getFirst().ticket();
    }

    /** Approves and fills a long trend position of {@code symbol} at {@code price}, decided at {@code time}. */
    public static Ticket holding(Portfolio portfolio, String symbol, double price, double stop, long time) {
        Ticket ticket = approved(
                portfolio.onBars(time, time, List.of(aBar(symbol, price, symbol + time, aTrendEntry(price, stop)))));
        portfolio.onExecution(entryFill(ticket, time + 1, price));
        return ticket;
    }
}
