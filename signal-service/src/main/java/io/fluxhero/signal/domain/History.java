package io.fluxhero.signal.domain;

import io.fluxhero.engine.market.Candle;
import java.util.List;

/** Bars that were stored before. */
public interface History {

    /** Every stored bar that opened before {@code openTime} (epoch milliseconds), oldest first. */
    List<Candle> before(StrategyKey key, long openTime);
}
