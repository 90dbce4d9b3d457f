package io.fluxhero.engine.rules.planted.postgres;

/** An edge. */
public record Rows(int count) {}
