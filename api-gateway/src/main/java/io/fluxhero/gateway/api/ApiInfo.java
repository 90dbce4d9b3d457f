package io.fluxhero.gateway.api;

import java.util.Map;

/** What this door is and where its rooms are. */
public record ApiInfo(String name, String version, String status, Map<String, String> endpoints) {}
