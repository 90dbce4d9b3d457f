package io.fluxhero.risk.domain.bar;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;
import io.fluxhero.engine.strategy.Explanation;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import java.time.Duration;
import java.time.Instant;

/** Test data that speaks the domain. */
public final class Bars {

    public static final Instant MONDAY = Instant.parse("2020-03-02T05:00:00Z");
    public static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    public static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));

    private Bars() {}

    public static BarInputs.Bar bar(String symbol, Instant time) {
        return new BarInputs.Bar(symbol, time, "1d", "cnd-" + symbol + "-" + time);
    }

    public static ReceivedSignal signal(String id, String symbol, Instant time, Signal signal) {
        return new ReceivedSignal(id, symbol, time, "cnd-" + symbol + "-" + time, signal);
    }

    public static Signal longEntry(double price, double stop) {
        return new Signal.Entry(
                Mode.TREND,
                Side.LONG,
                price,
                stop,
                2.5,
                Double.NaN,
                new Explanation(
                        true,
                        Side.LONG,
                        Mode.TREND,
                        Regime.STRONG_TREND,
                        Volatility.NORMAL,
                        price,
                        Micros.round((price - stop) / 2.5),
                        price - 0.5,
                        Double.NaN,
                        32.4,
                        0.81,
                        stop,
                        "KAMA crossover (Price > KAMA+0.5×ATR)",
                        true,
                        false,
                        false));
    }

    public static Signal longExit(double price) {
        return new Signal.Exit(
                Mode.TREND,
                Side.LONG,
                price,
                new Explanation(
                        false,
                        Side.LONG,
                        Mode.TREND,
                        Regime.NEUTRAL,
                        Volatility.NORMAL,
                        price,
                        1.25,
                        price + 0.5,
                        Double.NaN,
                        18,
                        0.3,
                        Double.NaN,
                        "KAMA cross down (Price < KAMA-0.3×ATR)",
                        true,
                        false,
                        false));
    }
}
