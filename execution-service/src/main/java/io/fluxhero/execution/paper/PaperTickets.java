package io.fluxhero.execution.paper;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.order.Instruction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Our orders in the words of the engine. */
final class PaperTickets {

    private PaperTickets() {}

    static Ticket of(NewOrder order) {
        Instruction plan = order.instruction();
        Long volume = plan.averageVolume();
        Ticket ticket = new Ticket(
                order.clientOrderId(),
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
