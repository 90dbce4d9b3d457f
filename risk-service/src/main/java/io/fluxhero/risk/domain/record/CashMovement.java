package io.fluxhero.risk.domain.record;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Cash that came in, or went out below 0, other than by trading.
 *
 * @param cash of the account afterwards
 * @param decidedUpTo newest bar time decided by then, {@code null} before the first: later equity points have it
 */
public record CashMovement(
        String movementId,
        BigDecimal amount,
        BigDecimal cash,
        @Nullable Instant decidedUpTo,
        Instant occurredAt) {}
