package io.fluxhero.signal.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Indicators that were stored. */
public interface IndicatorHistory {

    /** One list per column, oldest bar first; {@code time} is epoch seconds, {@code null} is unknown. */
    Map<String, List<@Nullable Object>> columns(String symbol, String timeframe, BarRange range);
}
