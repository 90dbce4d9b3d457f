package io.fluxhero.contracts.candle;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * The source changed a bar that was published before. Charts and history follow; a decided bar is never traded again.
 *
 * @param meta identity, correlation, event time
 * @param symbol the instrument
 * @param timeframe bar length as a code, for example {@code 1d}
 * @param openTime of the bar that is corrected
 * @param revision 1 for the first correction, rising
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume shares traded, 0 or more
 * @param source feed that gave it
 */
public record CandleCorrected(
        Meta meta,
        String symbol,
        String timeframe,
        Instant openTime,
        int revision,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        long volume,
        String source)
        implements CandleMessage {

    public CandleCorrected {
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
