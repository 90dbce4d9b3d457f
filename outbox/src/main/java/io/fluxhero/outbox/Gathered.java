package io.fluxhero.outbox;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows that the messages of a transaction add one by one and that are written together: at the latest before the commit,
 * and before anybody reads them. Hundreds of rows then cost as many round trips as one.
 */
public final class Gathered<T> {

    private final TransactionSynchronizationRegistry transaction;
    private final Consumer<List<T>> write;

    /**
     * @param write puts rows into the database, in their order, in the transaction that gathered them
     */
    public Gathered(TransactionSynchronizationRegistry transaction, Consumer<List<T>> write) {
        this.transaction = transaction;
        this.write = write;
    }

    /** Adds a row to those of the current transaction. */
    public void add(T row) {
        rows().add(row);
    }

    /** Writes what was added so far in the current transaction; whoever reads or deletes such rows comes here first. */
    public void flush() {
        if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            return;
        }
        List<T> rows = known();
        if (rows != null && !rows.isEmpty()) {
            List<T> waiting = List.copyOf(rows);
            rows.clear();
            write.accept(waiting);
        }
    }

    private List<T> rows() {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("rows are gathered in a transaction, and there is none active");
        }
        List<T> known = known();
        if (known != null) {
            return known;
        }
        List<T> rows = new ArrayList<>();
        transaction.putResource(this, rows);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                flush();
            }

            @Override
            public void afterCompletion(int status) {
                // rolled back, they were never written
            }
        });
        return rows;
    }

    @SuppressWarnings("unchecked") // nobody else has this key
    private @Nullable List<T> known() {
        return (List<T>) transaction.getResource(this);
    }
}
