package io.fluxhero.risk;

import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;
import io.fluxhero.engine.strategy.Explanation;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.risk.domain.bar.ReceivedSignal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Rebuilds the engine's signal from the message: the same numbers, so that the same decision follows. */
final class ReadSignal {

    private ReadSignal() {}

    static ReceivedSignal of(SignalMessage message) {
        return switch (message) {
            case EntrySignalled entry ->
                new ReceivedSignal(
                        entry.signalId(),
                        entry.symbol(),
                        entry.barTime(),
                        entry.meta().correlationId(),
                        entry(entry));
            case ExitSignalled exit ->
                new ReceivedSignal(
                        exit.signalId(),
                        exit.symbol(),
                        exit.barTime(),
                        exit.meta().correlationId(),
                        exit(exit));
        };
    }

    /** The timeframe that the signal belongs to. */
    static String timeframeOf(SignalMessage message) {
        return switch (message) {
            case EntrySignalled entry -> entry.timeframe();
            case ExitSignalled exit -> exit.timeframe();
        };
    }

    /** The double nearest to the decimal, {@code NaN} where there is none. */
    static double number(@Nullable BigDecimal decimal) {
        return decimal == null ? Double.NaN : decimal.doubleValue();
    }

    private static Signal entry(EntrySignalled entry) {
        Side side = Side.valueOf(entry.side().name());
        return new Signal.Entry(
                        Mode.valueOf(entry.mode().name()),
                        side,
                        entry.price().doubleValue(),
                        number(entry.stopPrice()),
                        number(entry.targetPrice()),
                        number(entry.trailingAtrMultiple()),
                        entry.averageVolume() == null ? Double.NaN : entry.averageVolume(),
                        why(entry.explanation(), true, side))
                .withSizeFactor(
                        entry.sizeFactor() == null ? 1 : entry.sizeFactor().doubleValue());
    }

    private static Signal exit(ExitSignalled exit) {
        Side side = Side.valueOf(exit.side().name());
        return new Signal.Exit(
                Mode.valueOf(exit.mode().name()),
                side,
                exit.price().doubleValue(),
                why(exit.explanation(), false, side));
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
