package io.fluxhero.risk.postgres;

import io.fluxhero.risk.domain.command.Answers;
import io.fluxhero.risk.domain.command.CommandOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

@ApplicationScoped
class PostgresAnswers implements Answers {

    private final AnswerRows rows;
    private final Clock clock;

    PostgresAnswers(AnswerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<Answer> find(String idempotencyKey) {
        return rows.findByIdOptional(idempotencyKey)
                .map(row -> new Answer(row.fingerprint, Json.read(row.outcome, CommandOutcome.class)));
    }

    @Override
    public void remember(String idempotencyKey, Answer answer) {
        AnswerRow row = new AnswerRow();
        row.key = idempotencyKey;
        row.fingerprint = answer.fingerprint();
        row.outcome = Json.write(answer.outcome());
        row.createdAt = clock.instant();
        rows.persist(row);
    }
}
