package io.fluxhero.execution.domain.order;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.strategy.Mode;
import java.math.BigDecimal;
import java.time.Instant;

/** Orders and fills in a few words. */
public final class Given {

    public static final Instant MONDAY = Instant.parse("2020-03-02T05:00:00Z");
    public static final Instant TUESDAY = Instant.parse("2020-03-03T05:00:00Z");
    public static final Instant WEDNESDAY = Instant.parse("2020-03-04T05:00:00Z");
    public static final Instant THURSDAY = Instant.parse("2020-03-05T05:00:00Z");

    private Given() {}

    /** An entry of 100 SPX at market with a stop at 95, decided on Monday. */
    public static Order anEntry(String id) {
        return anEntry(id, Side.LONG, 100, "95", null);
    }

    public static Order anEntry(String id, Side side, long quantity, String stop, String target) {
        return order(id, Intent.ENTRY, side, quantity, stop, target);
    }

    public static Order anExit(String id, Side side, long quantity) {
        return order(id, Intent.EXIT, side, quantity, null, null);
    }

    public static Order aFlatten(String id, Side side, long quantity) {
        return order(id, Intent.FLATTEN, side, quantity, null, null);
    }

    /** Ten shares of SPX bought with an order of this type. */
    public static Order anOrder(OrderType type, String limit, String stop) {
        Instruction plan = new Instruction(
                null,
                "SPX",
                "1d",
                MONDAY,
                Intent.ENTRY,
                Side.LONG,
                null,
                type,
                10,
                limit == null ? null : new BigDecimal(limit),
                stop == null ? null : new BigDecimal(stop),
                new BigDecimal("95"),
                null,
                null,
                null,
                null);
        return Order.created("o", "PAPER-001", "req-1", plan, null, Order.Admission.ALWAYS, MONDAY);
    }

    public static Fill aFill(Order order, String entryId, long quantity, String price, String commission, Instant bar) {
        return new Fill(
                "fil-" + order.orderId() + "-" + bar,
                order.orderId(),
                entryId,
                "SPX",
                bar,
                order.instruction().intent(),
                order.instruction().side(),
                quantity,
                new BigDecimal(price),
                new BigDecimal(commission),
                new BigDecimal("0.10"));
    }

    private static Order order(String id, Intent intent, Side side, long quantity, String stop, String target) {
        Instruction plan = new Instruction(
                "sig-1",
                "SPX",
                "1d",
                MONDAY,
                intent,
                side,
                Mode.TREND,
                OrderType.MARKET,
                quantity,
                null,
                null,
                stop == null ? null : new BigDecimal(stop),
                target == null ? null : new BigDecimal(target),
                null,
                intent == Intent.ENTRY ? new BigDecimal("1000000") : null,
                null);
        Rationale why = new Rationale("BUY SPX @ $100.00", "{\"regime\":\"STRONG_TREND\"}", "STRONG_TREND");
        return Order.created(id, "PAPER-001", "cnd-1", plan, why, Order.Admission.ALWAYS, MONDAY);
    }
}
