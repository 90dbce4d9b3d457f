package io.fluxhero.outbox;

import java.util.function.Consumer;

/** What is done with messages, inside the transaction that takes them in. */
@FunctionalInterface
public interface Handler<M> {

    /** Takes the next message; called again for the same one when the transaction was rolled back. */
    void on(M message);

    /** Follows the last message of a transaction, in that transaction: the place for work that is done once for all. */
    default void end() {}

    /** One of two parts. */
    static <M> Handler<M> of(Consumer<M> each, Runnable end) {
        return new Handler<>() {

            @Override
            public void on(M message) {
                each.accept(message);
            }

            @Override
            public void end() {
                end.run();
            }
        };
    }
}
