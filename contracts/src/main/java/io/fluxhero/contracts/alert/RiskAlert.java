package io.fluxhero.contracts.alert;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.fluxhero.contracts.Message;

/** What a person should know: severity, code, figures, what was done. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DrawdownWarned.class, name = "drawdown-warned"),
    @JsonSubTypes.Type(value = TradingHalted.class, name = "trading-halted"),
    @JsonSubTypes.Type(value = TradingResumed.class, name = "trading-resumed"),
    @JsonSubTypes.Type(value = ExposureCapped.class, name = "exposure-capped"),
    @JsonSubTypes.Type(value = CorrelationWarned.class, name = "correlation-warned"),
    @JsonSubTypes.Type(value = SystemFaulted.class, name = "system-faulted")
})
public sealed interface RiskAlert extends Message
        permits DrawdownWarned, TradingHalted, TradingResumed, ExposureCapped, CorrelationWarned, SystemFaulted {

    /** The account, for example {@code PAPER-001}. */
    String account();

    @Override
    default String key() {
        return account();
    }
}
