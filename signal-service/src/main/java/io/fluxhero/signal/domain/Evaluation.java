package io.fluxhero.signal.domain;

import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.signal.SignalMessage;
import java.util.List;

/**
 * What one bar led to, in published words.
 *
 * @param signals exits first, mostly empty
 * @param indicators the view of the bar, whose verdict names the signals
 */
public record Evaluation(StrategyKey key, List<SignalMessage> signals, IndicatorsUpdated indicators) {}
