package io.fluxhero.risk.postgres;

import io.fluxhero.risk.Transactions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresTransactions implements Transactions {

    @Override
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    @Override
    public void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
