package io.fluxhero.launcher.parity;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.order.OrderSide;
import io.fluxhero.contracts.order.OrderType;
import io.fluxhero.contracts.order.ProtectiveStopMoved;
import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.contracts.signal.StrategyMode;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.strategy.ExplanationText;
import io.fluxhero.engine.strategy.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the account decided, in the words that risk must have used; written a second time on purpose. */
final class OrderWords {

    private static final double PERCENT = 100;

    private final String account;
    private final String timeframe;
    private final String configHash;
    private final Function<String, Optional<Signal>> signals;

    /** Words for this account; {@code signals} finds what an order followed from. */
    OrderWords(String account, String timeframe, String configHash, Function<String, Optional<Signal>> signals) {
        this.account = account;
        this.timeframe = timeframe;
        this.configHash = configHash;
        this.signals = signals;
    }

    /** The message, where the decision concerns an order. */
    Optional<OrderMessage> of(Decision decision, Occasion occasion) {
        return switch (decision) {
            case Decision.Approved approved -> Optional.of(approved(approved, occasion));
            case Decision.Denied denied ->
                Optional.of(new OrderDenied(
                        meta(
                                occasion,
                                denied.symbol(),
                                "order-denied",
                                Objects.requireNonNullElse(denied.signalId(), denied.symbol())),
                        account,
                        denied.signalId(),
                        denied.symbol(),
                        timeframe,
                        occasion.barTime(),
                        denied.code(),
                        decimals(denied.figures()),
                        denied.detail()));
            case Decision.Cancel cancel ->
                Optional.of(new OrderCancelRequested(
                        meta(occasion, cancel.symbol(), "order-cancel-requested", cancel.orderId()),
                        account,
                        cancel.orderId(),
                        cancel.symbol(),
                        occasion.barTime(),
                        cancel.reason()));
            case Decision.StopMoved moved ->
                Optional.of(new ProtectiveStopMoved(
                        meta(occasion, moved.symbol(), "protective-stop-moved", moved.entryOrderId()),
                        account,
                        moved.symbol(),
                        moved.entryOrderId(),
                        occasion.barTime(),
                        Micros.toDecimal(moved.stopMicros())));
            case Decision.Alert alert -> Optional.empty();
            case Decision.Ignored ignored -> Optional.empty();
        };
    }

    private OrderMessage approved(Decision.Approved approved, Occasion occasion) {
        Ticket ticket = approved.ticket();
        boolean isEntry = ticket.intent() == Intent.ENTRY;
        return new OrderApproved(
                meta(occasion, ticket.symbol(), "order-approved", ticket.orderId()),
                account,
                ticket.orderId(),
                ticket.signalId(),
                ticket.symbol(),
                timeframe,
                occasion.barTime(),
                OrderIntent.valueOf(ticket.intent().name()),
                (ticket.side() == Side.LONG) == isEntry ? OrderSide.BUY : OrderSide.SELL,
                OrderType.valueOf(ticket.terms().type().name()),
                ticket.shares(),
                money(ticket.terms().limitMicros()),
                money(ticket.terms().triggerMicros()),
                PositionSide.valueOf(ticket.side().name()),
                ticket.mode() == null
                        ? null
                        : StrategyMode.valueOf(ticket.mode().name()),
                money(ticket.stopMicros()),
                money(ticket.targetMicros()),
                Double.isFinite(ticket.averageVolume()) ? (Long) Math.round(ticket.averageVolume()) : null,
                money(ticket.cashLimitMicros()),
                explanation(approved),
                configHash,
                null,
                null);
    }

    private @Nullable Explanation explanation(Decision.Approved approved) {
        Ticket ticket = approved.ticket();
        String signalId = ticket.signalId();
        if (signalId == null) {
            return null;
        }
        return signals.apply(signalId)
                .map(signal -> sized(ticket.symbol(), signal.explanation(), approved))
                .orElse(null);
    }

    private static Explanation sized(
            String symbol, io.fluxhero.engine.strategy.Explanation why, Decision.Approved approved) {
        boolean isEntry = approved.ticket().intent() == Intent.ENTRY;
        double riskAmount = Micros.toDouble(approved.riskMicros());
        double riskPercent = isEntry ? riskPercent(approved) : Double.NaN;
        return new Explanation(
                (why.entry() ? "" : "EXIT_") + why.side().name(),
                StrategyMode.valueOf(why.mode().name()),
                why.regime().name(),
                why.volatility().name(),
                Micros.toDecimal(Micros.of(why.price())),
                decimal(why.atr()),
                decimal(why.kama()),
                decimal(why.rsi()),
                decimal(why.adx()),
                decimal(why.rSquared()),
                why.trigger(),
                decimal(why.stop()),
                isEntry ? decimal(riskAmount) : null,
                decimal(riskPercent),
                approved.ticket().shares(),
                why.noiseFilterPassed(),
                why.volumeValidated(),
                isEntry
                        ? ExplanationText.formatted(symbol, why, riskAmount, riskPercent)
                        : ExplanationText.formatted(symbol, why),
                ExplanationText.compact(why, riskPercent));
    }

    private static double riskPercent(Decision.Approved approved) {
        return approved.equityMicros() == 0
                ? Double.NaN
                : Micros.round(PERCENT * approved.riskMicros() / approved.equityMicros());
    }

    private static Meta meta(Occasion occasion, String symbol, String type, String subject) {
        return new Meta(
                Ids.derive("msg", type, subject, occasion.cause()),
                occasion.correlationOf().apply(symbol),
                occasion.occurredAt());
    }

    private static Map<String, BigDecimal> decimals(Map<String, Double> figures) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        figures.forEach((name, value) -> {
            BigDecimal decimal = decimal(value);
            if (decimal != null) {
                decimals.put(name, decimal);
            }
        });
        return decimals;
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).setScale(Micros.SCALE, RoundingMode.HALF_EVEN)
                : null;
    }

    private static @Nullable BigDecimal money(long micros) {
        return micros == 0 ? null : Micros.toDecimal(micros);
    }
}
