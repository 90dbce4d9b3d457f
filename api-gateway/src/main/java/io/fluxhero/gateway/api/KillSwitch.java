package io.fluxhero.gateway.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kill switch as it stands: who pulled it, what is left to do, and what a reset would find.
 *
 * @param closing what becomes of the positions: FLAT, HELD, FLATTENING, or FLATTEN_PENDING until the exchange opens
 */
public record KillSwitch(
        String tradingStatus,
        @Nullable String haltTrigger,
        @Nullable String haltReason,
        @Nullable Instant haltedAt,
        @Nullable String haltedBy,
        long epoch,
        String closing,
        List<String> openPositions,
        int openOrders,
        List<CheckItem> checklist) {}
