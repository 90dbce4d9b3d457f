package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Two neighbouring bars that are far apart. */
public record DateGap(LocalDate before, LocalDate after, BigDecimal days) {}
