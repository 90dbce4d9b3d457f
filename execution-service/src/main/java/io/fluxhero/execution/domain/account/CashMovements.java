package io.fluxhero.execution.domain.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resets of the account that were asked for, and the movement of cash that each became. */
public interface CashMovements {

    /**
     * One reset.
     *
     * @param cash money that the account has afterwards
     * @param at event time of the request
     */
    record Reset(
            String movementId,
            String account,
            BigDecimal cash,
            String reason,
            String requestedBy,
            String correlationId,
            Instant at) {}

    /** Notes the request; one that is known changes nothing. */
    void request(Reset reset);

    /** Those that the broker has neither booked nor refused, in the order in which they were asked for. */
    List<Reset> requested(String account);

    Optional<Reset> find(String movementId);

    /** The broker will not have it, or it is not safe. */
    void refuse(String movementId);

    /**
     * The broker has booked this much; returns whether that is news.
     *
     * @param settled bar time that had passed by then, absent before the first
     */
    boolean book(Reset reset, BigDecimal amount, @Nullable Instant settled);

    /** Money that all movements brought in; below 0 where they took more out. */
    BigDecimal total(String account);
}
