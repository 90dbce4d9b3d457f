package io.fluxhero.gateway.api;

import java.util.List;

/** Alerts, newest first. */
public record RiskAlerts(List<RiskAlertView> alerts) {}
