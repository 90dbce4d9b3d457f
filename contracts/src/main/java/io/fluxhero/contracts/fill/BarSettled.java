package io.fluxhero.contracts.fill;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * Settlement watermark of a simulated broker: every fill of this bar was written before this message.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param symbol the instrument
 * @param timeframe bar length as a code, for example {@code 1d}
 * @param barTime open time of the bar that this follows from
 * @param close mark price
 */
public record BarSettled(Meta meta, String account, String symbol, String timeframe, Instant barTime, BigDecimal close)
        implements FillMessage {

    public BarSettled {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(timeframe, "timeframe");
        Objects.requireNonNull(barTime, "barTime");
        Objects.requireNonNull(close, "close");
    }
}
