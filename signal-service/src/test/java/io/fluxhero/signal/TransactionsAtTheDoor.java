package io.fluxhero.signal;

import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Sees in what transaction another service is asked. */
@Provider
public class TransactionsAtTheDoor implements ClientRequestFilter {

    private static final Set<Integer> SEEN = new ConcurrentSkipListSet<>();

    private final TransactionManager transactions;

    TransactionsAtTheDoor(TransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public void filter(ClientRequestContext request) {
        try {
            SEEN.add(transactions.getStatus());
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every {@link jakarta.transaction.Status} so far. */
    static Set<Integer> seen() {
        return Set.copyOf(SEEN);
    }
}
