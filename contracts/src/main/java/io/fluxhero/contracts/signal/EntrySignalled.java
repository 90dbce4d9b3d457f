package io.fluxhero.contracts.signal;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry condition held at the close of a bar. It carries its exit plan.
 *
 * @param meta identity, correlation, event time
 * @param signalId derived from symbol, timeframe, bar time, strategy, configuration hash and direction
 * @param symbol the instrument
 * @param timeframe bar length as a code, for example {@code 1d}
 * @param barTime open time of the bar that this follows from
 * @param side direction of the position to open or close
 * @param mode the mode that speaks; exits follow the mode that armed them
 * @param price close of the bar, the reference for sizing
 * @param stopPrice initial protective stop; absent where the strategy gave none, and then no account accepts the entry
 * @param trailingAtrMultiple distance of the trailing stop in ATR; absent where the stop is fixed
 * @param targetPrice profit target, where the plan has one
 * @param averageVolume mean volume of the last 20 bars, for the impact model; absent while unknown
 * @param sizeFactor share that it wants of the size which risk and limits allow, above 0 and below 1; absent for all of it
 * @param explanation why
 * @param strategy name of the strategy
 * @param configHash hash of its configuration
 */
public record EntrySignalled(
        Meta meta,
        String signalId,
        String symbol,
        String timeframe,
        Instant barTime,
        PositionSide side,
        StrategyMode mode,
        BigDecimal price,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trailingAtrMultiple,
        @Nullable BigDecimal targetPrice,
        @Nullable Long averageVolume,
        @Nullable BigDecimal sizeFactor,
        Explanation explanation,
        String strategy,
        String configHash)
        implements SignalMessage {

    public EntrySignalled {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(signalId, "signalId");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(timeframe, "timeframe");
        Objects.requireNonNull(barTime, "barTime");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(explanation, "explanation");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(configHash, "configHash");
    }
}
