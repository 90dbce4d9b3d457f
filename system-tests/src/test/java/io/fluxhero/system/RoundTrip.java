package io.fluxhero.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;

/** A closed trade as both doors tell it, with money to the cent. */
record RoundTrip(
        String symbol,
        int side,
        Instant entryTime,
        Instant exitTime,
        long shares,
        BigDecimal entryPrice,
        BigDecimal exitPrice,
        BigDecimal pnl) {

    static final Comparator<RoundTrip> BY_TIME = Comparator.comparing(RoundTrip::entryTime)
            .thenComparing(RoundTrip::exitTime)
            .thenComparing(RoundTrip::symbol);

    static RoundTrip of(JsonNode trade, String pnlField) {
        return new RoundTrip(
                trade.path("symbol").asText(),
                trade.path("side").asInt(),
                Instant.parse(trade.path("entry_time").asText()),
                Instant.parse(trade.path("exit_time").asText()),
                trade.path("shares").asLong(),
                cents(trade.path("entry_price")),
                cents(trade.path("exit_price")),
                cents(trade.path(pnlField)));
    }

    private static BigDecimal cents(JsonNode amount) {
        return new BigDecimal(amount.asText()).setScale(2, RoundingMode.HALF_EVEN);
    }
}
