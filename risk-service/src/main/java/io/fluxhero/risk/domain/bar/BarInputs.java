package io.fluxhero.risk.domain.bar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has arrived of bars that are not decided yet. */
public interface BarInputs {

    /** Which bar of which symbol, and the candle that it follows from. */
    record Bar(String symbol, Instant barTime, String timeframe, String correlationId) {}

    /** The broker's side is through with this bar. */
    void settled(Bar bar, double close, Instant now);

    /** The strategy has answered this bar. */
    void indicated(Bar bar, double atr, List<String> signalIds);

    /** A signal came in; whether it counts is said by the strategy's answer. */
    void signalled(ReceivedSignal signal);

    /** Whether any bar waits to be decided. */
    boolean anySettled();

    /** The oldest bar time at which anything has settled. */
    Optional<BarBoard> oldestSettled();

    /** The signal of this id, whenever it came in. */
    Optional<ReceivedSignal> signal(String signalId);

    /** Signals that came in for bars later than {@code after}, or for any, up to this time; by bar time and id. */
    List<ReceivedSignal> signals(@Nullable Instant after, Instant upTo);

    /** Bars up to this time are decided. */
    void forgetUpTo(Instant barTime);
}
