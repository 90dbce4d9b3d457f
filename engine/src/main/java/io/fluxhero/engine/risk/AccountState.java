package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the account remembers, as one value that can be stored and restored without loss. Money in
 * {@link io.fluxhero.engine.market.Micros}; times in epoch milliseconds; 0 is none.
 *
 * @param sessionDay exchange date of the current session as epoch day, {@link Long#MIN_VALUE} before the first bar
 * @param sessionOpenEquityMicros equity at the close of the session before
 * @param haltTrigger DRAWDOWN, DAILY_LOSS, CONCENTRATION, SYSTEM or MANUAL while disabled
 * @param positions by symbol, sorted
 * @param pending approved orders that are not done, by order id, sorted
 * @param marksMicros last close by symbol, sorted
 */
public record AccountState(
        long cashMicros,
        long initialCashMicros,
        long realizedMicros,
        long peakEquityMicros,
        long sessionDay,
        long sessionOpenEquityMicros,
        TradingStatus status,
        @Nullable String haltTrigger,
        @Nullable String haltReason,
        List<Position> positions,
        List<Ticket> pending,
        Map<String, Long> marksMicros) {

    /**
     * A position held.
     *
     * @param averagePriceMicros mean entry price
     * @param entryCommissionMicros paid on the shares still held
     * @param peakCloseMicros most favourable close since entry
     * @param exitWanted an exit was signalled and is not done yet
     */
    public record Position(
            String symbol,
            Side side,
            @Nullable Mode mode,
            String entryOrderId,
            @Nullable String signalId,
            long entryTime,
            long shares,
            long averagePriceMicros,
            long entryCommissionMicros,
            long stopMicros,
            long targetMicros,
            double trailingAtrMultiple,
            long peakCloseMicros,
            boolean exitWanted) {}
}
