package io.fluxhero.signal.domain;

import java.time.Instant;

/** Bars asked for: the newest {@code limit} that opened between the two times, both included. */
public record BarRange(Instant from, Instant to, int limit) {}
