package io.fluxhero.execution.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fluxhero.execution.domain.order.Instruction;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.Orders;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order and how far it has come; {@code history} only where one order is asked for. */
@JsonNaming(SnakeCaseStrategy.class)
public record OrderView(
        String id,
        @Nullable String signalId,
        @Nullable String entryOrderId,
        String symbol,
        String timeframe,
        Instant barTime,
        String intent,
        String side,
        String type,
        long quantity,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal protectiveStop,
        @Nullable BigDecimal takeProfit,
        String positionSide,
        @Nullable String mode,
        String state,
        int attempt,
        @Nullable BigDecimal workingLimit,
        @Nullable String brokerOrderId,
        long filledQuantity,
        @Nullable BigDecimal averagePrice,
        BigDecimal commission,
        BigDecimal slippage,
        @Nullable String reason,
        String correlationId,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StepView> history) {

    /** One step in its life. */
    public record StepView(@Nullable String from, String to, Instant at, String detail) {}

    static OrderView of(Order order, @Nullable List<Orders.Step> steps) {
        Instruction plan = order.instruction();
        Order.Progress progress = order.progress();
        return new OrderView(
                order.orderId(),
                plan.signalId(),
                plan.entryOrderId(),
                plan.symbol(),
                plan.timeframe(),
                plan.barTime(),
                plan.intent().name(),
                plan.isBuy() ? "BUY" : "SELL",
                plan.type().name(),
                plan.quantity(),
                plan.limitPrice(),
                plan.stopPrice(),
                plan.protectiveStop(),
                plan.takeProfit(),
                plan.side().name(),
                plan.mode() == null ? null : plan.mode().name(),
                order.state().name(),
                progress.attempt(),
                progress.workingLimit(),
                progress.brokerOrderId(),
                progress.filled(),
                progress.averagePrice(),
                progress.commission(),
                progress.slippage(),
                order.rationale() == null ? null : order.rationale().text(),
                order.correlationId(),
                progress.createdAt(),
                progress.at(),
                steps == null ? null : steps.stream().map(OrderView::stepOf).toList());
    }

    private static StepView stepOf(Orders.Step step) {
        return new StepView(
                step.from() == null ? null : step.from().name(), step.to().name(), step.at(), step.detail());
    }
}
