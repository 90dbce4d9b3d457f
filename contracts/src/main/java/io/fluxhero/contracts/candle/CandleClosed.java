package io.fluxhero.contracts.candle;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bar is complete: nothing in it will change, unless a {@link CandleCorrected} says so.
 *
 * @param meta identity, correlation, event time
 * @param symbol the instrument
 * @param timeframe bar length as a code, for example {@code 1d}
 * @param openTime when the bar began; it is complete one timeframe later
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume shares traded, 0 or more
 * @param source feed that gave it: {@code replay}, {@code synthetic}, {@code alpaca}, {@code yahoo}
 * @param replayIndex zero-based row in a replayed series, absent elsewhere
 * @param replayTotal rows of the replayed series, absent elsewhere
 */
public record CandleClosed(
        Meta meta,
        String symbol,
        String timeframe,
        Instant openTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        long volume,
        String source,
        @Nullable Integer replayIndex,
        @Nullable Integer replayTotal)
        implements CandleMessage {

    public CandleClosed {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(timeframe, "timeframe");
        Objects.requireNonNull(openTime, "openTime");
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(high, "high");
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(close, "close");
        Objects.requireNonNull(source, "source");
    }
}
