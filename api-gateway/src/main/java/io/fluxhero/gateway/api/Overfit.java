package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whether a result is more than luck and selection (Bailey and Lopez de Prado). verdict: SUPPORTED, LIKELY_OVERFIT, NOT_PROVEN or UNDEFINED; ratios are per bar; minimum_track_record counts bars and is null where no record would be long enough. */
public record Overfit(
        String verdict,
        int observations,
        int trials,
        @Nullable BigDecimal probabilisticSharpe,
        @Nullable BigDecimal expectedBestSharpe,
        @Nullable BigDecimal deflatedSharpe,
        @Nullable BigDecimal minimumTrackRecord,
        @Nullable BigDecimal overfitProbability) {}
