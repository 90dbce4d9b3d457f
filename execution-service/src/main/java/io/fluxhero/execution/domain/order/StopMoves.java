package io.fluxhero.execution.domain.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stops that are to move, until the broker has moved them: at most one wish for each position, the latest. */
public interface StopMoves {

    /**
     * One wish.
     *
     * @param barTime bar at whose close it was decided
     */
    record StopMove(String account, String symbol, String entryOrderId, BigDecimal stopPrice, Instant barTime) {}

    Optional<StopMove> find(String entryOrderId);

    void put(StopMove move);

    void remove(StopMove move);

    List<StopMove> all(String account);
}
