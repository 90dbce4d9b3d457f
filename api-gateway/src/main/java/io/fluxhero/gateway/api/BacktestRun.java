package io.fluxhero.gateway.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stored run; kind says which of the forms it has. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BacktestResult.class, name = BacktestRun.BACKTEST),
    @JsonSubTypes.Type(value = WalkForwardResult.class, name = BacktestRun.WALK_FORWARD)
})
@Schema(oneOf = {BacktestResult.class, WalkForwardResult.class})
public sealed interface BacktestRun permits BacktestResult, WalkForwardResult {
    String BACKTEST = "BACKTEST";
    String WALK_FORWARD = "WALK_FORWARD";
}
