package io.fluxhero.execution.domain.schedule;

import io.fluxhero.execution.domain.position.TradeStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which trades are put away: closed ones whose exit is longer ago than this; open ones never.
 *
 * @param retentionDays a trade that closed exactly so many days ago stays
 */
public record ArchiveRule(int retentionDays) {

    public boolean putsAway(TradeStatus status, @Nullable LocalDate exit, LocalDate today) {
        return status == TradeStatus.CLOSED && exit != null && exit.isBefore(today.minusDays(retentionDays));
    }
}
