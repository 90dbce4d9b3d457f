package io.fluxhero.risk.domain.record;

import java.math.BigDecimal;
import java.time.Instant;

/** The account after one bar time was decided. */
public record EquityPoint(
        Instant barTime, BigDecimal equity, BigDecimal cash, BigDecimal exposure, BigDecimal drawdownPct) {}
