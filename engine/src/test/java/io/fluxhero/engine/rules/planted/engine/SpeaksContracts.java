package io.fluxhero.engine.rules.planted.engine;

import io.fluxhero.engine.rules.planted.contracts.Word;

/** A calculation that speaks in messages. */
public record SpeaksContracts(Word word) {}
