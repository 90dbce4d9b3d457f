package io.fluxhero.gateway.api;

import java.util.List;

/** Decisions, newest first. */
public record RiskDecisions(List<RiskDecision> decisions) {}
