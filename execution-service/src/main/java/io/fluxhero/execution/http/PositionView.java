package io.fluxhero.execution.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fluxhero.contracts.Ids;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.position.Position;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An open position at the last price seen; side is 1 for long and -1 for short. */
@JsonNaming(SnakeCaseStrategy.class)
public record PositionView(
        String id,
        String symbol,
        int side,
        String sideName,
        long shares,
        BigDecimal entryPrice,
        @Nullable BigDecimal currentPrice,
        @Nullable BigDecimal unrealizedPnl,
        @Nullable BigDecimal unrealizedPnlPct,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit,
        Instant entryTime,
        Instant updatedAt,
        @Nullable String strategy,
        String entryOrderId,
        @Nullable String signalReason,
        @Nullable BigDecimal initialStop) {

    static PositionView of(Position held, @Nullable Mark mark) {
        BigDecimal pnl = mark == null ? null : held.unrealizedAt(mark.close());
        return new PositionView(
                Ids.derive("pos", held.entryOrderId()),
                held.symbol(),
                held.side().sign(),
                held.side().name(),
                held.shares(),
                held.entryPrice(),
                mark == null ? null : mark.close(),
                pnl,
                pnl == null ? null : Ratios.percent(pnl, held.entryPrice(), held.shares()),
                held.stopLoss(),
                held.takeProfit(),
                held.entryTime(),
                mark != null && mark.barTime().isAfter(held.updatedAt()) ? mark.barTime() : held.updatedAt(),
                held.strategy(),
                held.entryOrderId(),
                held.reason(),
                held.initialStop());
    }
}
