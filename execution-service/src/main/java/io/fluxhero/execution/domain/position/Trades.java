package io.fluxhero.execution.domain.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every trade there ever was. */
public interface Trades {

    /**
     * Which trades; absent parts do not narrow.
     *
     * @param from earliest entry time
     * @param until entry times before this
     */
    record Filter(
            @Nullable TradeStatus status,
            @Nullable String symbol,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Some trades of many. */
    record Page(List<Trade> trades, long total) {}

    /**
     * What the closed trades came to.
     *
     * @param won closed with a profit after costs
     */
    record Totals(long closed, long open, long won, BigDecimal realizedPnl) {}

    Optional<Trade> find(String tradeId);

    Optional<Trade> ofEntry(String entryOrderId);

    void put(Trade trade);

    /** One page, newest entry first; the first page is 1. */
    Page page(Filter filter, int page, int size);

    Totals totals();
}
