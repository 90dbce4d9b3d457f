package io.fluxhero.gateway.api;

import java.util.List;

/** The limits that risk enforces. */
public record RiskLimits(List<RiskLimit> limits) {}
