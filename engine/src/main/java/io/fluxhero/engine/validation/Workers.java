package io.fluxhero.engine.validation;

import java.util.function.IntConsumer;

/**
 * Carries out numbered pieces of work that do not depend on one another. The engine has no threads of its own; who calls
 * it may bring some, for example {@code (count, piece) -> IntStream.range(0, count).parallel().forEach(piece)}. Every
 * result is kept under its number, so it is the same whatever the order and the number of threads.
 */
@FunctionalInterface
public interface Workers {

    /** Carries out pieces 0 to {@code count - 1}, each once, and returns when all are done. */
    void carryOut(int count, IntConsumer piece);

    /** One after the other, in the thread of the caller. */
    static Workers one() {
        return (count, piece) -> {
            for (int i = 0; i < count; i++) {
                piece.accept(i);
            }
        };
    }
}
