package io.fluxhero.contracts;

import io.fluxhero.contracts.alert.CorrelationWarned;
import io.fluxhero.contracts.alert.DrawdownWarned;
import io.fluxhero.contracts.alert.ExposureCapped;
import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.contracts.alert.TradingHalted;
import io.fluxhero.contracts.alert.TradingResumed;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleCorrected;
import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.fill.CashMoved;
import io.fluxhero.contracts.fill.ExternalPositionSeen;
import io.fluxhero.contracts.fill.OrderAccepted;
import io.fluxhero.contracts.fill.OrderCancelled;
import io.fluxhero.contracts.fill.OrderExpired;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.fill.OrderRejected;
import io.fluxhero.contracts.fill.OrderStateChanged;
import io.fluxhero.contracts.fill.OrderStatus;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.indicator.Verdict;
import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.contracts.order.FlattenRequested;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderSide;
import io.fluxhero.contracts.order.OrderType;
import io.fluxhero.contracts.order.PaperResetRequested;
import io.fluxhero.contracts.order.ProtectiveStopMoved;
import io.fluxhero.contracts.portfolio.PortfolioUpdated;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.contracts.signal.StrategyMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One message of every kind, telling one small story: a bar of SPY, its signal, its order, its fill. */
final class Samples {

    static final Instant BAR = Instant.parse("2026-01-22T05:00:00Z");
    private static final String ACCOUNT = "PAPER-001";
    private static final String HASH = "9f2c4e6a8b0d1357";

    private Samples() {}

    static List<Message> all() {
        return Stream.of(market(), orders(), fills(), safety())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Message> market() {
        return List.of(
                new CandleClosed(
                        meta("cnd"),
                        "SPY",
                        "1d",
                        BAR,
                        d("418.25"),
                        d("421.1"),
                        d("417.9"),
                        d("420.5"),
                        81_250_300,
                        "replay",
                        4711,
                        5104),
                new CandleCorrected(
                        meta("cnd"),
                        "SPY",
                        "1d",
                        BAR,
                        1,
                        d("418.25"),
                        d("421.1"),
                        d("417.9"),
                        d("420.45"),
                        81_250_900,
                        "alpaca"),
                entry(),
                exit(),
                indicators());
    }

    private static ExitSignalled exit() {
        return new ExitSignalled(
                meta("sig"),
                "sig-02",
                "SPY",
                "1d",
                BAR,
                PositionSide.LONG,
                StrategyMode.TREND,
                d("420.5"),
                explanation("EXIT_LONG"),
                "dual-mode",
                HASH);
    }

    private static List<Message> orders() {
        return List.of(
                approved(),
                new OrderDenied(
                        meta("msg"),
                        ACCOUNT,
                        "sig-01",
                        "SPY",
                        "1d",
                        BAR,
                        "REJECTED_TOTAL_EXPOSURE",
                        Map.of("exposure_ratio", d("0.612"), "limit_ratio", d("0.5")),
                        "Exposure would be 61.2 % of equity; the limit is 50 %."),
                new OrderCancelRequested(
                        meta("msg"), ACCOUNT, "ord-01", "SPY", BAR, "exit signalled before the entry filled"),
                new ProtectiveStopMoved(meta("msg"), ACCOUNT, "SPY", "ord-01", BAR, d("416.2")),
                new FlattenRequested(meta("msg"), ACCOUNT, null, "quotes look wrong", "trader"),
                new PaperResetRequested(meta("msg"), ACCOUNT, "mov-01", d("100000"), "a new season", "admin"),
                new BarDecided(meta("msg"), ACCOUNT, BAR, false));
    }

    private static List<Message> fills() {
        return List.of(
                new OrderAccepted(meta("msg"), ACCOUNT, "ord-01", "SPY", OrderIntent.ENTRY, "paper-17"),
                filled(),
                new OrderRejected(meta("msg"), ACCOUNT, "ord-01", "SPY", "NO_PRICE", "no price was ever seen for SPY"),
                new OrderCancelled(meta("msg"), ACCOUNT, "ord-01", "SPY", "INSUFFICIENT_CASH", 0),
                new OrderExpired(meta("msg"), ACCOUNT, "ord-01", "SPY", 0),
                new OrderStateChanged(
                        meta("msg"),
                        ACCOUNT,
                        "ord-01",
                        "SPY",
                        OrderIntent.ENTRY,
                        OrderStatus.UNKNOWN,
                        "ord-01",
                        0,
                        "the broker did not answer within 5 s"),
                new ExternalPositionSeen(meta("msg"), ACCOUNT, "GLD", -3, d("171.2")),
                new CashMoved(meta("msg"), ACCOUNT, "mov-01", d("1834.25"), d("100000"), "a new season"),
                new BarSettled(meta("msg"), ACCOUNT, "SPY", "1d", BAR, d("420.5")));
    }

    private static List<Message> safety() {
        return List.of(
                new DrawdownWarned(
                        meta("alr"),
                        ACCOUNT,
                        Severity.WARNING,
                        "DRAWDOWN_WARNING",
                        "Drawdown 15.3 %: new positions at half size, trend stops at 2 ATR.",
                        Map.of("drawdown_ratio", d("0.153"), "limit_ratio", d("0.15"))),
                new TradingHalted(
                        meta("alr"),
                        ACCOUNT,
                        Severity.CRITICAL,
                        "DRAWDOWN_HALT",
                        "Drawdown 20.4 %: positions are closed, someone must resume trading.",
                        Map.of("drawdown_ratio", d("0.204"), "limit_ratio", d("0.2")),
                        "DRAWDOWN",
                        "drawdown breaker"),
                new TradingResumed(
                        meta("alr"), ACCOUNT, Severity.INFO, "RESUMED", "cause found and fixed", Map.of(), "admin"),
                new ExposureCapped(
                        meta("alr"),
                        ACCOUNT,
                        Severity.INFO,
                        "EXPOSURE_CAPPED",
                        "Order cut from 95 to 47 shares.",
                        Map.of("wanted", d("95"), "allowed", d("47"))),
                correlated(),
                new SystemFaulted(
                        meta("alr"),
                        ACCOUNT,
                        Severity.CRITICAL,
                        "ORDERS_STUCK",
                        "An order message cannot be processed; the consumer waits.",
                        Map.of("offset", d("1207")),
                        "execution-service"),
                portfolio());
    }

    private static CorrelationWarned correlated() {
        return new CorrelationWarned(
                meta("alr"),
                ACCOUNT,
                Severity.WARNING,
                "CORRELATION_ALERT",
                "the watched symbols move together",
                Map.of("mean_correlation", d("0.83"), "limit", d("0.8")));
    }

    private static EntrySignalled entry() {
        return new EntrySignalled(
                meta("sig"),
                "sig-01",
                "SPY",
                "1d",
                BAR,
                PositionSide.LONG,
                StrategyMode.TREND,
                d("420.5"),
                d("412.5"),
                d("2.5"),
                null,
                79_000_000L,
                d("0.7"),
                explanation("LONG"),
                "dual-mode",
                HASH);
    }

    private static IndicatorsUpdated indicators() {
        return new IndicatorsUpdated(
                meta("ind"),
                "SPY",
                "1d",
                BAR,
                d("420.5"),
                d("416.25"),
                d("3.2"),
                d("2.1"),
                d("58.4"),
                d("32"),
                d("28.5"),
                d("14.25"),
                d("424.1"),
                d("415.6"),
                d("407.1"),
                d("0.8125"),
                d("0.81"),
                d("0.55"),
                79_000_000L,
                "STRONG_TREND",
                "STRONG_TREND",
                14,
                "HIGH",
                new Verdict(
                        "SIGNAL", "KAMA crossover (Price > KAMA+0.5×ATR)", d("420.5"), d("417.85"), List.of("sig-01")),
                HASH);
    }

    private static OrderApproved approved() {
        return new OrderApproved(
                meta("msg"),
                ACCOUNT,
                "ord-01",
                "sig-01",
                "SPY",
                "1d",
                BAR,
                OrderIntent.ENTRY,
                OrderSide.BUY,
                OrderType.MARKET,
                47,
                null,
                null,
                PositionSide.LONG,
                StrategyMode.TREND,
                d("412.5"),
                null,
                79_000_000L,
                d("100000"),
                explanation("LONG"),
                HASH,
                7L,
                Instant.parse("2026-01-22T21:01:00Z"));
    }

    private static OrderFilled filled() {
        return new OrderFilled(
                meta("fil"),
                ACCOUNT,
                "ord-01",
                "SPY",
                "fil-01",
                "ord-01",
                "1d",
                BAR,
                OrderIntent.ENTRY,
                OrderSide.BUY,
                PositionSide.LONG,
                47,
                d("420.642"),
                d("0.235"),
                d("1.974"),
                47,
                0);
    }

    private static PortfolioUpdated portfolio() {
        return new PortfolioUpdated(
                meta("msg"),
                ACCOUNT,
                BAR,
                d("100812.4"),
                d("81048.9"),
                d("19763.5"),
                d("19.604235"),
                d("101200"),
                d("-0.383004"),
                d("112.75"),
                d("0.111967"),
                d("376"),
                1,
                "ACTIVE",
                null);
    }

    private static Explanation explanation(String type) {
        boolean entry = type.equals("LONG");
        return new Explanation(
                type,
                StrategyMode.TREND,
                "STRONG_TREND",
                "HIGH",
                d("420.5"),
                d("3.2"),
                d("416.25"),
                d("58.4"),
                d("32"),
                d("0.81"),
                "KAMA crossover (Price > KAMA+0.5×ATR)",
                entry ? d("412.5") : null,
                entry ? d("376") : null,
                entry ? d("0.372969") : null,
                entry ? 47L : null,
                true,
                true,
                "BUY SPY @ $420.50\nReason: Volatility (ATR=3.2, High) + KAMA crossover (Price > KAMA+0.5×ATR)",
                "TREND BUY: KAMA↑ | ADX=32 | Risk=0.37%");
    }

    private static Meta meta(String kind) {
        return new Meta(Ids.derive(kind, "SPY", BAR), Ids.derive("cnd", "SPY", "1d", BAR, 0), BAR);
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
