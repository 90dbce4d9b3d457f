package io.fluxhero.execution.domain.order;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person or the kill switch wanted closed. */
public interface Flattens {

    /**
     * One wish.
     *
     * @param correlationId the same as that of the orders which follow from it
     * @param symbol one instrument, absent for all
     */
    record Flatten(
            String correlationId,
            String account,
            @Nullable String symbol,
            String reason,
            String requestedBy,
            Instant at) {}

    void add(Flatten flatten);

    Optional<Flatten> find(String correlationId);
}
