package io.fluxhero.contracts.order;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Our own risk said no. Not to be confused with a rejection, which is the broker's.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param signalId signal that was denied
 * @param symbol the instrument
 * @param timeframe bar length as a code, for example {@code 1d}
 * @param barTime open time of the bar that this follows from
 * @param code stable reason, for example {@code REJECTED_TOTAL_EXPOSURE}
 * @param figures the value and the limit it missed, by name
 * @param detail the same in words
 */
public record OrderDenied(
        Meta meta,
        String account,
        @Nullable String signalId,
        String symbol,
        String timeframe,
        Instant barTime,
        String code,
        Map<String, BigDecimal> figures,
        String detail)
        implements OrderMessage {

    public OrderDenied {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(timeframe, "timeframe");
        Objects.requireNonNull(barTime, "barTime");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(detail, "detail");
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }
}
