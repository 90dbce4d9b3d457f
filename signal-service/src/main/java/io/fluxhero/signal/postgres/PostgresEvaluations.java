package io.fluxhero.signal.postgres;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.OutboxMessage;
import io.fluxhero.signal.domain.Evaluation;
import io.fluxhero.signal.domain.Evaluations;
import io.fluxhero.signal.domain.StrategyKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Collects the evaluations of a transaction and writes them together right before its commit: hundreds of bars cost as
 * many round trips as one.
 */
@ApplicationScoped
class PostgresEvaluations implements Evaluations {

    private static final String PENDING = PostgresEvaluations.class.getName();

    private final DataSource database;
    private final Outbox outbox;
    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry current;

    PostgresEvaluations(
            DataSource database,
            Outbox outbox,
            TransactionManager transactions,
            TransactionSynchronizationRegistry current) {
        this.database = database;
        this.outbox = outbox;
        this.transactions = transactions;
        this.current = current;
    }

    @Override
    public void add(Evaluation evaluation) {
        pending().evaluations.add(evaluation);
    }

    @Override
    public void onRollback(StrategyKey key, Runnable forget) {
        pending().rollbacks.putIfAbsent(key, forget);
    }

    private Pending pending() {
        if (current.getResource(PENDING) instanceof Pending known) {
            return known;
        }
        Pending made = new Pending();
        try {
            Transaction transaction = transactions.getTransaction();
            if (transaction == null) {
                throw new IllegalStateException("bars are evaluated in a transaction, and there is none");
            }
            transaction.registerSynchronization(made);
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException("the transaction takes nothing in any more", e);
        }
        current.putResource(PENDING, made);
        return made;
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

    /** What one transaction has gathered. */
    private final class Pending implements Synchronization {

        private final List<Evaluation> evaluations = new ArrayList<>();
        private final Map<StrategyKey, Runnable> rollbacks = new LinkedHashMap<>();

        @Override
        public void beforeCompletion() {
            if (!evaluations.isEmpty()) {
                write(evaluations);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_COMMITTED) {
                rollbacks.values().forEach(Runnable::run);
            }
        }
    }
}
