package io.fluxhero.engine.rules.planted.ring.two;

import io.fluxhero.engine.rules.planted.ring.one.Chicken;
import java.util.List;

/** Comes from the chicken. */
public record Egg(List<Chicken> from) {}
