package io.fluxhero.risk;

import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.fill.CashMoved;
import io.fluxhero.contracts.fill.ExternalPositionSeen;
import io.fluxhero.contracts.fill.OrderCancelled;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.indicator.Verdict;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.contracts.signal.StrategyMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the other services say. */
final class Said {

    static final String ACCOUNT = "PAPER-001";
    private static final String STRATEGY = "0123456789abcdef";

    private Said() {}

    static String candle(String symbol, Instant day) {
        return "cnd-" + symbol + "-" + day;
    }

    static BarSettled settled(String symbol, Instant day, String close) {
        return new BarSettled(meta("settled-" + symbol, symbol, day), ACCOUNT, symbol, "1d", day, decimal(close));
    }

    static IndicatorsUpdated indicators(String symbol, Instant day, String close, String... signalIds) {
        Verdict verdict = new Verdict(
                signalIds.length == 0 ? "ENTRY_RULE" : "SIGNAL", "as it is", null, null, List.of(signalIds));
        BigDecimal none = null;
        return new IndicatorsUpdated(
                meta("indicators-" + symbol, symbol, day),
                symbol,
                "1d",
                day,
                decimal(close),
                decimal("99.5"),
                decimal("2"),
                none,
                none,
                decimal("32.4"),
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                null,
                "STRONG_TREND",
                "STRONG_TREND",
                7,
                "NORMAL",
                verdict,
                STRATEGY);
    }

    static EntrySignalled longEntry(String id, String symbol, Instant day, String close, String stop) {
        return longEntry(id, symbol, day, close, decimal(stop), decimal(stop));
    }

    /** An entry whose stop is in the message, in its explanation, or in neither. */
    static EntrySignalled longEntry(
            String id,
            String symbol,
            Instant day,
            String close,
            @Nullable BigDecimal stop,
            @Nullable BigDecimal explainedStop) {
        Explanation why = new Explanation(
                "LONG",
                StrategyMode.TREND,
                "STRONG_TREND",
                "NORMAL",
                decimal(close),
                decimal("2"),
                decimal("99.5"),
                null,
                decimal("32.4"),
                decimal("0.81"),
                "KAMA crossover (Price > KAMA+0.5×ATR)",
                explainedStop,
                null,
                null,
                null,
                true,
                false,
                "not sized",
                "not sized");
        return new EntrySignalled(
                new Meta(id, candle(symbol, day), day),
                id,
                symbol,
                "1d",
                day,
                PositionSide.LONG,
                StrategyMode.TREND,
                decimal(close),
                stop,
                decimal("2.5"),
                null,
                null,
                null,
                why,
                "dual",
                STRATEGY);
    }

    /** The same entry, of a share of the size. */
    static EntrySignalled wanting(String share, EntrySignalled entry) {
        return new EntrySignalled(
                entry.meta(),
                entry.signalId(),
                entry.symbol(),
                entry.timeframe(),
                entry.barTime(),
                entry.side(),
                entry.mode(),
                entry.price(),
                entry.stopPrice(),
                entry.trailingAtrMultiple(),
                entry.targetPrice(),
                entry.averageVolume(),
                decimal(share),
                entry.explanation(),
                entry.strategy(),
                entry.configHash());
    }

    static OrderCancelled cancelled(OrderApproved order, Instant day) {
        return new OrderCancelled(
                meta("cancelled-" + order.orderId(), order.symbol(), day),
                ACCOUNT,
                order.orderId(),
                order.symbol(),
                "test",
                0);
    }

    static ExternalPositionSeen external(String symbol, Instant day, long shares, String price) {
        return new ExternalPositionSeen(
                meta("external-" + shares, symbol, day), ACCOUNT, symbol, shares, decimal(price));
    }

    static CashMoved moved(String movementId, Instant day, String amount, String cash) {
        return new CashMoved(
                meta("moved-" + movementId, "SPY", day), ACCOUNT, movementId, decimal(amount), decimal(cash), "anew");
    }

    static OrderFilled filled(OrderApproved order, String entryOrderId, Instant day, String price) {
        return new OrderFilled(
                meta("filled-" + order.orderId(), order.symbol(), day),
                ACCOUNT,
                order.orderId(),
                order.symbol(),
                "fil-" + order.orderId(),
                entryOrderId,
                "1d",
                day,
                order.intent(),
                order.side(),
                order.positionSide(),
                order.quantity(),
                decimal(price),
                decimal("1.25"),
                decimal("0.5"),
                order.quantity(),
                0);
    }

    private static Meta meta(String what, String symbol, Instant day) {
        return new Meta(what + "-" + day, candle(symbol, day), day);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
