package io.fluxhero.execution.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fluxhero.execution.domain.order.Rationale;
import io.fluxhero.execution.domain.position.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A round trip, open or closed; side is 1 for long and -1 for short. */
@JsonNaming(SnakeCaseStrategy.class)
public record TradeView(
        String id,
        String symbol,
        int side,
        String sideName,
        BigDecimal entryPrice,
        Instant entryTime,
        @Nullable BigDecimal exitPrice,
        @Nullable Instant exitTime,
        long shares,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal initialStop,
        @Nullable BigDecimal takeProfit,
        @Nullable BigDecimal realizedPnl,
        @Nullable BigDecimal realizedPnlPct,
        BigDecimal commission,
        BigDecimal slippage,
        String status,
        @Nullable String strategy,
        @Nullable String regime,
        @Nullable String exitReason,
        @Nullable String signalReason,
        @JsonRawValue @Nullable String signalExplanation,
        @Nullable String signalId,
        @Nullable String correlationId,
        String entryOrderId,
        @Nullable String exitOrderId,
        Instant createdAt,
        Instant updatedAt) {

    static TradeView of(Trade trade) {
        Trade.Exit exit = trade.exit();
        Rationale why = trade.cause().rationale();
        BigDecimal pnl = exit.realizedPnl();
        return new TradeView(
                trade.tradeId(),
                trade.symbol(),
                trade.side().sign(),
                trade.side().name(),
                trade.entryPrice(),
                trade.entryTime(),
                exit.price(),
                exit.time(),
                trade.shares(),
                trade.stopLoss(),
                trade.initialStop(),
                trade.takeProfit(),
                pnl,
                pnl == null ? null : Ratios.percent(pnl, trade.entryPrice(), trade.shares()),
                trade.commission(),
                trade.slippage(),
                trade.status().name(),
                trade.strategy(),
                why == null ? null : why.regime(),
                exit.reason() == null ? null : exit.reason().name(),
                why == null ? null : why.text(),
                why == null ? null : why.json(),
                trade.cause().signalId(),
                trade.cause().correlationId(),
                trade.entryOrderId(),
                exit.orderId(),
                trade.entryTime(),
                Objects.requireNonNullElse(exit.time(), trade.entryTime()));
    }
}
