package io.fluxhero.gateway.api;

import java.util.List;

/** Walk-forwards at work. */
public record RunningWalkForwards(List<WalkForwardProgress> running) {}
