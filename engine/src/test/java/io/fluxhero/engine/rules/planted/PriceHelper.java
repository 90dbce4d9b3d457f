package io.fluxhero.engine.rules.planted;

/** Helps, but with what? */
public final class PriceHelper {}
