package io.fluxhero.engine.rules.planted.unsigned;

/** Lives behind a door without a sign. */
public final class NoSign {}
