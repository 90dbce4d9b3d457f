package io.fluxhero.engine.validation;

/**
 * How long work is followed and stopped. Both methods may be called from several threads at once where {@link Workers}
 * have several.
 */
public interface Progress {

    /** One more piece of {@code total} is done. */
    void pieceDone(int total);

    /** Whether the rest is no longer wanted; asked before each piece. What is done by then is kept. */
    boolean isCancelled();

    /** Nobody looks, nobody stops. */
    static Progress unwatched() {
        return new Progress() {
            @Override
            public void pieceDone(int total) {}

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }
}
