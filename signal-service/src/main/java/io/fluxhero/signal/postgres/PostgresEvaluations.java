package io.fluxhero.signal.postgres;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.outbox.Gathered;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.OutboxMessage;
import io.fluxhero.signal.domain.Evaluation;
import io.fluxhero.signal.domain.Evaluations;
import io.fluxhero.signal.domain.StrategyKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Evaluations of a transaction go to their tables and to the outbox together, right before its commit. */
@ApplicationScoped
class PostgresEvaluations implements Evaluations {

    private final DataSource database;
    private final Outbox outbox;
    private final TransactionSynchronizationRegistry transaction;
    private final Gathered<Evaluation> added;

    PostgresEvaluations(DataSource database, Outbox outbox, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.outbox = outbox;
        this.transaction = transaction;
        this.added = new Gathered<>(transaction, this::write);
    }

    @Override
    public void add(Evaluation evaluation) {
        added.add(evaluation);
    }

    @Override
    public void onRollback(StrategyKey key, Runnable forget) {
        if (transaction.getResource(key) != null) {
            return;
        }
        transaction.putResource(key, forget);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to prepare: what was evaluated is written by then
            }

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_COMMITTED) {
                    forget.run();
                }
            }
        });
    }

    private void write(List<Evaluation> evaluations) {
        try (Connection connection = database.getConnection()) {
            EvaluationRows.insert(connection, evaluations);
        } catch (SQLException e) {
            throw new IllegalStateException("could not store " + evaluations.size() + " evaluations", e);
        }
        List<OutboxMessage> messages = new ArrayList<>(evaluations.size());
        for (Evaluation evaluation : evaluations) {
            for (SignalMessage signal : evaluation.signals()) {
                messages.add(message(Topics.SIGNALS, typeOf(signal), signal));
            }
            messages.add(message(Topics.INDICATORS, "indicators-updated", evaluation.indicators()));
        }
        outbox.appendAll(messages);
    }

    private static OutboxMessage message(String topic, String type, Message message) {
        return new OutboxMessage(
                topic,
                message.key(),
                message.meta().messageId(),
                type,
                message.meta().correlationId(),
                message.meta().occurredAt(),
                Wire.write(message));
    }

    private static String typeOf(SignalMessage signal) {
        return switch (signal) {
            case EntrySignalled _ -> "entry-signalled";
            case ExitSignalled _ -> "exit-signalled";
        };
    }
}
