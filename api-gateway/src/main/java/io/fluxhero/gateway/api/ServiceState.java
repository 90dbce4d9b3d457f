package io.fluxhero.gateway.api;

import org.jspecify.annotations.Nullable;

/** One service of the grid; url, version and uptime are null while it does not answer. */
public record ServiceState(
        String name,
        String url,
        boolean live,
        boolean ready,
        @Nullable String version,
        @Nullable Long uptimeSeconds,
        @Nullable String detail) {}
