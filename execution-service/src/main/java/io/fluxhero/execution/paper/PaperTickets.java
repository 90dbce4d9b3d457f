package io.fluxhero.execution.paper;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.order.Instruction;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Our orders in the words of the engine, where an order meets the first bar that opens after it was decided. One that is on
 * its way for a while counts as decided right before it arrives.
 */
final class PaperTickets {

    private PaperTickets() {}

    static Ticket of(NewOrder order, @Nullable Instant arrival) {
        Instruction plan = order.instruction();
        long arrives = arrival == null ? Long.MIN_VALUE : arrival.toEpochMilli() - 1;
        Long volume = plan.averageVolume();
        Ticket ticket = new Ticket(
                order.clientOrderId(),
                plan.signalId(),
                plan.symbol(),
                Math.max(plan.barTime().toEpochMilli(), arrives),
                plan.intent(),
                plan.side(),
                plan.mode(),
                plan.quantity(),
                microsOf(plan.protectiveStop()),
                microsOf(plan.takeProfit()),
                Double.NaN,
                volume == null ? Double.NaN : volume.doubleValue(),
                plan.cashLimit() == null ? Long.MAX_VALUE : Micros.of(plan.cashLimit()));
        return ticket.withTerms(termsOf(plan));
    }

    private static OrderTerms termsOf(Instruction plan) {
        long limit = microsOf(plan.limitPrice());
        long trigger = microsOf(plan.stopPrice());
        return switch (plan.type()) {
            case MARKET -> OrderTerms.MARKET;
            case LIMIT -> OrderTerms.limit(limit);
            case STOP -> OrderTerms.stop(trigger);
            case STOP_LIMIT -> OrderTerms.stopLimit(trigger, limit);
        };
    }

    private static long microsOf(@Nullable BigDecimal amount) {
        return amount == null ? 0 : Micros.of(amount);
    }
}
