package io.fluxhero.engine.validation;

/**
 * How one path went.
 *
 * @param finalValue money
 * @param maxDrawdownPct percent, at most 0
 * @param reachedGoal before it went bust, if it did
 * @param wentBust before it reached the goal, if it did
 */
public record PathOutcome(double finalValue, double maxDrawdownPct, boolean reachedGoal, boolean wentBust) {}
