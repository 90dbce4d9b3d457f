package io.fluxhero.gateway.api;

import java.util.List;

/** Reports that were kept, newest first. */
public record RiskReports(List<RiskReport> reports) {}
