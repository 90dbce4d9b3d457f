package io.fluxhero.engine.rules.planted.contracts;

/** A word of the published language. */
public record Word(String text) {}
