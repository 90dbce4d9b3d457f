package io.fluxhero.contracts.indicator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.fluxhero.contracts.Message;

/** The view of each bar. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = IndicatorsUpdated.class, name = "indicators-updated")})
public sealed interface IndicatorMessage extends Message permits IndicatorsUpdated {

    /** The instrument. */
    String symbol();

    @Override
    default String key() {
        return symbol();
    }
}
