package io.fluxhero.risk;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a use case says that what it does belongs together. */
public interface Transactions {

    /** Runs the work in a transaction of its own; an exception undoes it all. */
    <T extends @Nullable Object> T call(Supplier<T> work);

    /** The same for work without a result. */
    void run(Runnable work);
}
