package io.fluxhero.risk.domain.bar;

import io.fluxhero.engine.strategy.Signal;
import java.time.Instant;

/**
 * A signal in the engine's form, with what ties it to its bar.
 *
 * @param barTime open time of the bar
 * @param correlationId of the candle that it follows from
 */
public record ReceivedSignal(String signalId, String symbol, Instant barTime, String correlationId, Signal signal) {}
