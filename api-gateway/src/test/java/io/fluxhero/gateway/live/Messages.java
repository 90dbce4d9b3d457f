package io.fluxhero.gateway.live;

import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.contracts.alert.TradingHalted;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.fill.OrderAccepted;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.indicator.Verdict;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderSide;
import io.fluxhero.contracts.order.OrderType;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.contracts.signal.StrategyMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One bar of SPX and what follows from it, as the topics carry it. */
public final class Messages {
    public static final Instant BAR = Instant.parse("2020-01-06T05:00:00Z");
    private static final String ACCOUNT = "PAPER-001";
    private static final String CAUSE = "cnd-1";

    private Messages() {}

    public static CandleClosed candle(int index) {
        Instant time = BAR.plus(Duration.ofDays(index));
        return new CandleClosed(
                new Meta("cnd-" + index, "cnd-" + index, time),
                "SPX",
                "1d",
                time,
                money("3217.55"),
                money("3246.84"),
                money("3214.64"),
                money("3246.28").add(BigDecimal.valueOf(index)),
                3_674_070_000L,
                "replay",
                500 + index,
                5_000);
    }

    public static IndicatorsUpdated indicators(int index, String regime) {
        Instant time = BAR.plus(Duration.ofDays(index));
        return new IndicatorsUpdated(
                new Meta("ind-" + index, "cnd-" + index, time),
                "SPX",
                "1d",
                time,
                money("3246.28"),
                money("3225.1"),
                money("27.5"),
                money("25.25"),
                money("66.2"),
                money("31.4"),
                null,
                null,
                null,
                null,
                null,
                money("5.5"),
                money("0.81"),
                money("0.6"),
                3_500_000_000L,
                regime,
                regime,
                4,
                "NORMAL",
                new Verdict("SIGNAL", "KAMA cross up", money("3246.28"), money("3238.85"), List.of("sig-1")),
                "cfg-1");
    }

    public static EntrySignalled entry() {
        return new EntrySignalled(
                new Meta("sig-1", CAUSE, BAR),
                "sig-1",
                "SPX",
                "1d",
                BAR,
                PositionSide.LONG,
                StrategyMode.TREND,
                money("3246.28"),
                money("3177.53"),
                money("2.5"),
                null,
                3_500_000_000L,
                money("0.7"),
                explanation(),
                "dual-mode",
                "cfg-1");
    }

    public static OrderApproved approved() {
        return new OrderApproved(
                new Meta("msg-ord-1", CAUSE, BAR),
                ACCOUNT,
                "ord-1",
                "sig-1",
                "SPX",
                "1d",
                BAR,
                OrderIntent.ENTRY,
                OrderSide.BUY,
                OrderType.MARKET,
                6,
                null,
                null,
                PositionSide.LONG,
                StrategyMode.TREND,
                money("3177.53"),
                null,
                3_500_000_000L,
                money("20000"),
                explanation(),
                "cfg-1",
                null,
                null);
    }

    public static OrderDenied denied() {
        return new OrderDenied(
                new Meta("msg-den-1", CAUSE, BAR),
                ACCOUNT,
                "sig-2",
                "SPX",
                "1d",
                BAR,
                "REJECTED_TOTAL_EXPOSURE",
                Map.of("exposure_pct", money("51.2"), "limit_pct", money("50")),
                "exposure of 51.2 % is above 50 %");
    }

    public static OrderAccepted accepted() {
        return new OrderAccepted(
                new Meta("msg-acc-1", CAUSE, BAR), ACCOUNT, "ord-1", "SPX", OrderIntent.ENTRY, "paper-1");
    }

    public static OrderFilled filled() {
        return new OrderFilled(
                new Meta("msg-fil-1", CAUSE, BAR.plus(Duration.ofDays(1))),
                ACCOUNT,
                "ord-1",
                "SPX",
                "fil-1",
                "ord-1",
                "1d",
                BAR.plus(Duration.ofDays(1)),
                OrderIntent.ENTRY,
                OrderSide.BUY,
                PositionSide.LONG,
                6,
                money("3241.86"),
                money("0.03"),
                money("1.95"),
                6,
                0);
    }

    public static TradingHalted halted() {
        return new TradingHalted(
                new Meta("msg-halt-1", "req-12345678", BAR),
                ACCOUNT,
                Severity.CRITICAL,
                "KILL_SWITCH",
                "trading halted by a person: drill",
                Map.of("equity", money("100000")),
                "MANUAL",
                "bearer");
    }

    private static Explanation explanation() {
        return new Explanation(
                "LONG",
                StrategyMode.TREND,
                "STRONG_TREND",
                "NORMAL",
                money("3246.28"),
                money("27.5"),
                money("3225.1"),
                money("66.2"),
                money("31.4"),
                money("0.81"),
                "KAMA cross up",
                money("3177.53"),
                null,
                null,
                null,
                true,
                true,
                "BUY SPX @ $3246.28\nRegime: STRONG_TREND",
                "TREND BUY: KAMA up | ADX=31 | R2=0.81");
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }
}
