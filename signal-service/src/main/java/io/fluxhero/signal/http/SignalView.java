package io.fluxhero.signal.http;

import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.contracts.signal.StrategyMode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored signal as readers of this service see it. */
record SignalView(
        String signalId,
        String symbol,
        String timeframe,
        long time,
        Instant barTime,
        String signalType,
        StrategyMode mode,
        PositionSide side,
        BigDecimal price,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trailingAtrMultiple,
        @Nullable BigDecimal targetPrice,
        @Nullable Long averageVolume,
        @Nullable BigDecimal sizeFactor,
        String formattedReason,
        String compactReason,
        Explanation explanation,
        String strategy,
        String configHash,
        String correlationId) {

    static SignalView of(SignalMessage signal) {
        return switch (signal) {
            case EntrySignalled entry -> of(entry);
            case ExitSignalled exit -> of(exit);
        };
    }

    private static SignalView of(EntrySignalled entry) {
        return new SignalView(
                entry.signalId(),
                entry.symbol(),
                entry.timeframe(),
                entry.barTime().getEpochSecond(),
                entry.barTime(),
                entry.explanation().signalType(),
                entry.mode(),
                entry.side(),
                entry.price(),
                entry.stopPrice(),
                entry.trailingAtrMultiple(),
                entry.targetPrice(),
                entry.averageVolume(),
                entry.sizeFactor(),
                entry.explanation().formattedReason(),
                entry.explanation().compactReason(),
                entry.explanation(),
                entry.strategy(),
                entry.configHash(),
                entry.meta().correlationId());
    }

    private static SignalView of(ExitSignalled exit) {
        return new SignalView(
                exit.signalId(),
                exit.symbol(),
                exit.timeframe(),
                exit.barTime().getEpochSecond(),
                exit.barTime(),
                exit.explanation().signalType(),
                exit.mode(),
                exit.side(),
                exit.price(),
                null,
                null,
                null,
                null,
                null,
                exit.explanation().formattedReason(),
                exit.explanation().compactReason(),
                exit.explanation(),
                exit.strategy(),
                exit.configHash(),
                exit.meta().correlationId());
    }
}
