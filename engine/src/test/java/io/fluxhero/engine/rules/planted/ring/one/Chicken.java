package io.fluxhero.engine.rules.planted.ring.one;

import io.fluxhero.engine.rules.planted.ring.two.Egg;

/** Comes from the egg. */
public record Chicken(Egg from) {}
