package io.fluxhero.gateway.api.frame;

import java.math.BigDecimal;
import java.util.List;

/** Bars as columns of one length; t in epoch seconds. The data of the topics candles:SYMBOL:TIMEFRAME. */
public record CandleColumns(
        String symbol,
        String timeframe,
        List<Long> t,
        List<BigDecimal> o,
        List<BigDecimal> h,
        List<BigDecimal> l,
        List<BigDecimal> c,
        List<Long> v) {}
