package io.fluxhero.risk.domain.command;

import java.util.Optional;

/** Answers already given, by the caller's key. */
public interface Answers {

    /** An answer and the request that it was given to. */
    record Answer(String fingerprint, CommandOutcome outcome) {}

    Optional<Answer> find(String idempotencyKey);

    void remember(String idempotencyKey, Answer answer);
}
