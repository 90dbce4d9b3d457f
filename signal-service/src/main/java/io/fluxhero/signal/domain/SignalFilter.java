package io.fluxhero.signal.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Signals asked for: the newest {@code limit} of bars before a time; an absent symbol or type means any. */
public record SignalFilter(
        @Nullable String symbol, @Nullable String type, Instant before, int limit) {}
