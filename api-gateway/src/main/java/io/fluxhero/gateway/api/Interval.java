package io.fluxhero.gateway.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A bar length that charts can ask for. */
public record Interval(
        String name,
        String label,
        long seconds,
        int maxDays,
        @JsonProperty("native") boolean stored) {}
