package io.fluxhero.gateway.api;

import java.time.Instant;
import java.util.List;

/** Every service with its health, for the operator's page. */
public record SystemGrid(
        String version, Instant startedAt, long uptimeSeconds, Instant checkedAt, List<ServiceState> services) {}
