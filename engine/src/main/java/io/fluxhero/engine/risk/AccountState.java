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
 * @param lastEquityMicros equity at the last close that was decided
 * @param reducedSessions session opens for which REDUCED stays whatever the drawdown, after a drawdown halt was lifted
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
        long lastEquityMicros,
        int reducedSessions,
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
     * @param entryCommissionMicros paid on the shares still held, with what the mean price lost to rounding, so that
     *     mean price times shares plus this is exactly what they cost
     * @param peakCloseMicros most favourable close since entry, 0 before the first
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
            boolean exitWanted) {

        /** What it is worth at this price: negative for shorts. */
        public long valueMicros(long priceMicros) {
            return side.sign() * shares * priceMicros;
        }

        /** Gain against the mean entry price at this price, commission left out. */
        public long gainMicros(long priceMicros) {
            return side.sign() * shares * (priceMicros - averagePriceMicros);
        }

        Position withStop(long stop) {
            return with(shares, averagePriceMicros, entryCommissionMicros, stop, peakCloseMicros, exitWanted);
        }

        Position withPeakClose(long peakClose) {
            return with(shares, averagePriceMicros, entryCommissionMicros, stopMicros, peakClose, exitWanted);
        }

        Position wantingExit() {
            return with(shares, averagePriceMicros, entryCommissionMicros, stopMicros, peakCloseMicros, true);
        }

        Position holding(long heldShares, long averagePrice, long entryCommission) {
            return with(heldShares, averagePrice, entryCommission, stopMicros, peakCloseMicros, exitWanted);
        }

        private Position with(long held, long average, long commission, long stop, long peakClose, boolean leaving) {
            return new Position(
                    symbol,
                    side,
                    mode,
                    entryOrderId,
                    signalId,
                    entryTime,
                    held,
                    average,
                    commission,
                    stop,
                    targetMicros,
                    trailingAtrMultiple,
                    peakClose,
                    leaving);
        }
    }

    /** An account with cash only, before its first bar. */
    public static AccountState starting(long initialCashMicros) {
        return new AccountState(
                initialCashMicros,
                initialCashMicros,
                0,
                initialCashMicros,
                Long.MIN_VALUE,
                initialCashMicros,
                initialCashMicros,
                0,
                TradingStatus.ACTIVE,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }
}
