package io.fluxhero.launcher.parity;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.order.FlattenRequested;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.order.OrderSide;
import io.fluxhero.contracts.order.PaperResetRequested;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.risk.PersonalEntry;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.TradingStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does to the account what people did to it; what exactly they wanted stands in the messages that followed. */
final class PersonsActs {

    private static final String SYSTEM = "SYSTEM";
    private static final String MANUAL = "MANUAL";
    private static final String DAILY_LOSS = "DAILY_LOSS";

    private final String account;
    private final Collection<String> requests;

    /** Acts on this account; {@code requests} are the ids of requests that are still known. */
    PersonsActs(String account, Collection<String> requests) {
        this.account = account;
        this.requests = requests;
    }

    /** The account as the audit trail puts it, without what changes at every restart. */
    static String inWords(Portfolio portfolio) {
        AccountState state = portfolio.state();
        String positions = state.positions().stream()
                .map(position -> position.symbol() + ":" + position.side().sign() * position.shares())
                .collect(Collectors.joining(","));
        return "status=" + state.status() + " equity=" + Micros.toDecimal(portfolio.equityMicros()) + " positions=["
                + positions + "] pending=" + state.pending().size();
    }

    /** The request behind an act: its id is in the ids of the messages that followed. */
    String causeOf(Act act, List<OrderMessage> followed) throws CannotCheck {
        List<String> candidates = new ArrayList<>(requests);
        candidates.add(Ids.derive("req", account, act.action(), act.revision() + "@" + act.time()));
        for (String candidate : candidates) {
            if (followed.stream().allMatch(message -> message.meta().messageId().equals(idOf(message, candidate)))) {
                return candidate;
            }
        }
        throw new CannotCheck("the request of " + act.actor() + " at " + act.time() + " is not known any more");
    }

    private String idOf(OrderMessage message, String cause) {
        return switch (message) {
            case FlattenRequested flatten -> Ids.derive("msg", "flatten-requested", account, cause);
            case PaperResetRequested reset -> Ids.derive("msg", "paper-reset-requested", account, cause);
            case OrderApproved order -> Ids.derive("msg", "order-approved", order.orderId(), cause);
            case OrderDenied denied -> Ids.derive("msg", "order-denied", denied.symbol(), cause);
            case OrderCancelRequested cancel -> Ids.derive("msg", "order-cancel-requested", cancel.orderId(), cause);
            default -> "";
        };
    }

    /** What follows from the act. */
    List<Decision> carryOut(Act act, Portfolio portfolio, String cause, Instant barTime, List<OrderMessage> followed)
            throws CannotCheck {
        long at = barTime.toEpochMilli();
        boolean closesAll = act.action().equals("HALT_AND_CLOSE_ALL")
                || followed.stream().anyMatch(FlattenRequested.class::isInstance);
        return switch (act.action()) {
            case "HALT", "HALT_AND_CLOSE_ALL" -> halt(act, portfolio, closesAll, cause, at);
            case "RESUME" -> portfolio.resume(act.reason());
            case "RESET_PAPER_ACCOUNT" -> List.of(); // what it does to the account comes with the fills
            case "CLOSE" ->
                portfolio.close(first(act, followed, OrderApproved.class).symbol(), cause, at);
            case "CANCEL" ->
                portfolio.cancel(
                        first(act, followed, OrderCancelRequested.class).orderId());
            case "CANCEL_ALL" -> portfolio.cancelAll();
            case "ORDER" -> order(act, portfolio, cause, at, followed);
            default -> throw new CannotCheck("the act " + act.action() + " at " + act.time() + " cannot be repeated");
        };
    }

    private static List<Decision> halt(Act act, Portfolio portfolio, boolean closesAll, String cause, long at) {
        AccountState state = portfolio.state();
        if (state.status() != TradingStatus.DISABLED || DAILY_LOSS.equals(state.haltTrigger())) {
            return portfolio.halt(SYSTEM.equals(act.role()) ? SYSTEM : MANUAL, act.reason(), closesAll, cause, at);
        }
        List<Decision> rest = new ArrayList<>();
        for (AccountState.Position position : closesAll ? state.positions() : List.<AccountState.Position>of()) {
            boolean isClosing = state.pending().stream()
                    .anyMatch(ticket ->
                            ticket.intent() == Intent.FLATTEN && ticket.symbol().equals(position.symbol()));
            if (!isClosing) {
                rest.addAll(portfolio.close(position.symbol(), cause, at));
            }
        }
        return rest;
    }

    /** An order that a limit denied has left nothing but its denial: that is taken as it stands. */
    private static List<Decision> order(
            Act act, Portfolio portfolio, String cause, long at, List<OrderMessage> followed) throws CannotCheck {
        if (followed.stream().anyMatch(OrderDenied.class::isInstance)) {
            return List.of();
        }
        OrderApproved order = first(act, followed, OrderApproved.class);
        Side side = Side.valueOf(order.positionSide().name());
        OrderTerms terms = new OrderTerms(
                OrderTerms.Type.valueOf(order.orderType().name()),
                micros(order.limitPrice()),
                micros(order.stopPrice()),
                OrderTerms.TimeInForce.GTC);
        if (order.intent() == OrderIntent.ENTRY) {
            return portfolio.enter(
                    new PersonalEntry(
                            order.symbol(),
                            order.side() == OrderSide.BUY ? Side.LONG : Side.SHORT,
                            order.quantity(),
                            terms,
                            micros(order.protectiveStop()),
                            micros(order.takeProfit())),
                    cause,
                    at);
        }
        return order.intent() == OrderIntent.FLATTEN
                ? portfolio.close(order.symbol(), cause, at)
                : portfolio.reduce(order.symbol(), side, order.quantity(), terms, cause, at);
    }

    private static long micros(@Nullable BigDecimal price) {
        return price == null ? 0 : Micros.of(price);
    }

    private static <M extends OrderMessage> M first(Act act, List<OrderMessage> followed, Class<M> type)
            throws CannotCheck {
        Function<OrderMessage, M> cast = type::cast;
        Optional<M> found = followed.stream().filter(type::isInstance).map(cast).findFirst();
        return found.orElseThrow(() ->
                new CannotCheck("nothing on the topic says what " + act.action() + " at " + act.time() + " meant"));
    }
}
