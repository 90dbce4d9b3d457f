package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.ModeWeights;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the account remembers, as one value that can be stored and restored without loss. Money in
 * {@link io.fluxhero.engine.market.Micros}; times in epoch milliseconds; 0 is none.
 *
 * @param initialCashMicros money that the account was opened with
 * @param baseMicros equity that returns count from: what it was opened with, or had after the last movement of cash
 * @param sessionDay exchange date of the current session as epoch day, {@link Long#MIN_VALUE} before the first bar
 * @param sessionOpenEquityMicros equity at the close of the session before
 * @param lastEquityMicros equity at the last close that was decided
 * @param reducedSessions session opens for which REDUCED stays whatever the drawdown, after a drawdown halt was lifted
 * @param haltTrigger DRAWDOWN, DAILY_LOSS, CONCENTRATION, SYSTEM or MANUAL while disabled
 * @param positions by symbol, sorted
 * @param pending approved orders that are not done, by order id, sorted
 * @param marksMicros last close by symbol, sorted
 * @param closes last closes by symbol, sorted: what correlations are made of
 * @param modeWeights what the modes are trusted with, and their trades since that was last judged
 * @param externals shares at the broker that are not ours, by symbol, sorted
 * @param correlationWarned whether the account has warned that its symbols move together
 */
public record AccountState(
        long cashMicros,
        long initialCashMicros,
        long baseMicros,
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
        Map<String, Long> marksMicros,
        Map<String, Closes> closes,
        boolean correlationWarned,
        ModeWeights modeWeights,
        Map<String, External> externals) {

    /**
     * Shares at the broker that no order of ours bought: nothing trades them, but they count against the limits.
     *
     * @param shares negative for a short position
     * @param priceMicros last price that was told, 0 where none was
     */
    public record External(long shares, long priceMicros) {}

    /** Closes with their bar times, oldest first. */
    public record Closes(List<Long> barTimes, List<Long> pricesMicros) {}

    /**
     * A position held.
     *
     * @param averagePriceMicros mean entry price
     * @param entryCommissionMicros paid on the shares still held, with what the mean price lost to rounding, so that
     *     mean price times shares plus this is exactly what they cost
     * @param peakCloseMicros most favourable close since entry, 0 before the first
     * @param exitWanted an exit was signalled and is not done yet
     * @param timeLimitBars bars after which it is closed, 0 for no limit
     * @param barsHeld closes since the entry, that of its bar counted
     * @param dividendMicros received on the shares still held; negative where a short had to pay
     * @param equityAtEntryMicros of the account as the entry filled, 0 where unknown
     * @param realizedMicros profit of the shares that were closed already
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
            boolean exitWanted,
            int timeLimitBars,
            int barsHeld,
            long dividendMicros,
            long equityAtEntryMicros,
            long realizedMicros) {

        /** What it is worth at this price: negative for shorts. */
        public long valueMicros(long priceMicros) {
            return side.sign() * shares * priceMicros;
        }

        /** Gain against the mean entry price at this price, commission and dividends left out. */
        public long gainMicros(long priceMicros) {
            return side.sign() * shares * (priceMicros - averagePriceMicros);
        }
    }

    /** An account with cash only, before its first bar. */
    public static AccountState starting(long initialCashMicros) {
        return new AccountState(
                initialCashMicros,
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
                Map.of(),
                Map.of(),
                false,
                ModeWeights.full(),
                Map.of());
    }
}
