package io.fluxhero.execution.domain.bar;

import io.fluxhero.engine.market.Candle;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A closed bar that the simulated market has not seen yet.
 *
 * @param correlationId identity of the candle
 * @param closedAt when it was complete
 */
public record Bar(
        String symbol,
        String timeframe,
        Instant openTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        long volume,
        String correlationId,
        Instant closedAt) {

    /** The same bar as the engine sees it. */
    public Candle toCandle() {
        return new Candle(
                openTime.toEpochMilli(),
                open.doubleValue(),
                high.doubleValue(),
                low.doubleValue(),
                close.doubleValue(),
                volume);
    }
}
