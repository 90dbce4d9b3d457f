package io.fluxhero.gateway.api;

import java.util.List;

/** Backtests and walk-forwards at work. */
public record RunningBacktests(List<RunProgress> running) {}
