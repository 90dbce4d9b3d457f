package io.fluxhero.launcher.parity;

import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;
import io.fluxhero.engine.strategy.Explanation;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A signal as the account hears it: the numbers of the message, not those of the strategy. */
final class HeardSignal {

    private HeardSignal() {}

    static Signal of(SignalMessage message) {
        return switch (message) {
            case EntrySignalled entry -> {
                Side side = Side.valueOf(entry.side().name());
                yield new Signal.Entry(
                                Mode.valueOf(entry.mode().name()),
                                side,
                                entry.price().doubleValue(),
                                number(entry.stopPrice()),
                                number(entry.targetPrice()),
                                number(entry.trailingAtrMultiple()),
                                entry.averageVolume() == null ? Double.NaN : entry.averageVolume(),
                                why(entry.explanation(), true, side))
                        .withSizeFactor(
                                entry.sizeFactor() == null
                                        ? 1
                                        : entry.sizeFactor().doubleValue());
            }
            case ExitSignalled exit -> {
                Side side = Side.valueOf(exit.side().name());
                yield new Signal.Exit(
                        Mode.valueOf(exit.mode().name()),
                        side,
                        exit.price().doubleValue(),
                        why(exit.explanation(), false, side));
            }
        };
    }

    static Instant barTimeOf(SignalMessage message) {
        return switch (message) {
            case EntrySignalled entry -> entry.barTime();
            case ExitSignalled exit -> exit.barTime();
        };
    }

    static String timeframeOf(SignalMessage message) {
        return switch (message) {
            case EntrySignalled entry -> entry.timeframe();
            case ExitSignalled exit -> exit.timeframe();
        };
    }

    static double number(@Nullable BigDecimal decimal) {
        return decimal == null ? Double.NaN : decimal.doubleValue();
    }

    private static Explanation why(io.fluxhero.contracts.signal.Explanation why, boolean isEntry, Side side) {
        return new Explanation(
                isEntry,
                side,
                Mode.valueOf(why.mode().name()),
                Regime.valueOf(why.regime()),
                Volatility.valueOf(why.volatility()),
                why.price().doubleValue(),
                number(why.atr()),
                number(why.kama()),
                number(why.rsi()),
                number(why.adx()),
                number(why.rSquared()),
                number(why.stopLoss()),
                why.trigger(),
                why.noiseFilterPassed(),
                why.volumeValidated(),
                false);
    }
}
