package io.fluxhero.execution;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions for books in memory, which nobody else reads meanwhile. */
public final class Directly implements Transactions {

    @Override
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void run(Runnable work) {
        work.run();
    }
}
