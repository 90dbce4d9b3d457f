package io.fluxhero.execution;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.contracts.order.FlattenRequested;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderSide;
import io.fluxhero.contracts.order.OrderType;
import io.fluxhero.contracts.order.PaperResetRequested;
import io.fluxhero.contracts.order.ProtectiveStopMoved;
import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.contracts.signal.StrategyMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** What market-data and risk say, in a few words. Days count from the first bar. */
final class Said {

    static final String ACCOUNT = "PAPER-001";
    private static final Instant FIRST = Instant.parse("2020-03-02T05:00:00Z");

    private Said() {}

    static Instant day(int number) {
        return FIRST.plus(Duration.ofDays(number));
    }

    static String candleId(String symbol, int day) {
        return Ids.derive("cnd", symbol, "1d", day(day), 0);
    }

    static CandleClosed candle(int day, String open, String high, String low, String close) {
        return candle("SPX", day, open, high, low, close);
    }

    static CandleClosed candle(String symbol, int day, String open, String high, String low, String close) {
        String id = candleId(symbol, day);
        return new CandleClosed(
                new Meta(id, id, day(day + 1)),
                symbol,
                "1d",
                day(day),
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                1_000_000,
                "replay",
                day,
                100);
    }

    static OrderApproved entry(String orderId, int day, long shares, String stop) {
        return approved(orderId, orderId, "SPX", day, OrderIntent.ENTRY, shares, stop, candleId("SPX", day));
    }

    static OrderApproved exit(String orderId, int day, long shares) {
        return approved(orderId, orderId, "SPX", day, OrderIntent.EXIT, shares, null, candleId("SPX", day));
    }

    static OrderApproved flatten(String orderId, String symbol, int day, long shares, String cause) {
        return approved(orderId, orderId, symbol, day, OrderIntent.FLATTEN, shares, null, cause);
    }

    static OrderApproved approved(
            String messageId,
            String orderId,
            String symbol,
            int day,
            OrderIntent intent,
            long shares,
            String stop,
            String correlationId) {
        boolean entry = intent == OrderIntent.ENTRY;
        return new OrderApproved(
                new Meta("msg-" + messageId, correlationId, day(day + 1)),
                ACCOUNT,
                orderId,
                entry ? "sig-" + orderId : null,
                symbol,
                "1d",
                day(day),
                intent,
                entry ? OrderSide.BUY : OrderSide.SELL,
                OrderType.MARKET,
                shares,
                null,
                null,
                PositionSide.LONG,
                entry ? StrategyMode.TREND : null,
                stop == null ? null : new BigDecimal(stop),
                null,
                entry ? 1_000_000L : null,
                entry ? new BigDecimal("100000") : null,
                entry ? why() : null,
                "hash",
                null,
                null);
    }

    /** The same order with an epoch and an end. */
    static OrderApproved admitted(OrderApproved order, Long epoch, Instant expiresAt) {
        return new OrderApproved(
                order.meta(),
                order.account(),
                order.orderId(),
                order.signalId(),
                order.symbol(),
                order.timeframe(),
                order.barTime(),
                order.intent(),
                order.side(),
                order.orderType(),
                order.quantity(),
                order.limitPrice(),
                order.stopPrice(),
                order.positionSide(),
                order.mode(),
                order.protectiveStop(),
                order.takeProfit(),
                order.averageVolume(),
                order.cashLimit(),
                order.explanation(),
                order.configHash(),
                epoch,
                expiresAt);
    }

    static BarDecided decided(int day) {
        return new BarDecided(
                new Meta("msg-decided-" + day, candleId("SPX", day), day(day + 1)), ACCOUNT, day(day), false);
    }

    static ProtectiveStopMoved stopMoved(String entryOrderId, int day, String stop) {
        return new ProtectiveStopMoved(
                new Meta("msg-stop-" + entryOrderId + day, candleId("SPX", day), day(day + 1)),
                ACCOUNT,
                "SPX",
                entryOrderId,
                day(day),
                new BigDecimal(stop));
    }

    static OrderCancelRequested cancel(String orderId, int day) {
        return new OrderCancelRequested(
                new Meta("msg-cancel-" + orderId, candleId("SPX", day), day(day + 1)),
                ACCOUNT,
                orderId,
                "SPX",
                day(day),
                "exit was signalled");
    }

    static FlattenRequested flattenAll(String request, int day) {
        return new FlattenRequested(
                new Meta("msg-flatten-" + request, request, day(day + 1)), ACCOUNT, null, "looks wrong", "ana");
    }

    static PaperResetRequested reset(String movementId, int day, String cash) {
        return new PaperResetRequested(
                new Meta("msg-" + movementId, "req-" + movementId, day(day + 1)),
                ACCOUNT,
                movementId,
                new BigDecimal(cash),
                "a new season",
                "ana");
    }

    private static Explanation why() {
        return new Explanation(
                "LONG",
                StrategyMode.TREND,
                "STRONG_TREND",
                "NORMAL",
                new BigDecimal("100"),
                new BigDecimal("2"),
                new BigDecimal("98"),
                null,
                new BigDecimal("32"),
                new BigDecimal("0.81"),
                "KAMA crossover",
                new BigDecimal("95"),
                new BigDecimal("1000"),
                new BigDecimal("1"),
                100L,
                true,
                true,
                "BUY SPX @ $100.00\nReason: KAMA crossover",
                "TREND BUY");
    }
}
