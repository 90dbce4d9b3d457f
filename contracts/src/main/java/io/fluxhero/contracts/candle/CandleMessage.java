package io.fluxhero.contracts.candle;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.fluxhero.contracts.Message;

/** What market-data says of bars. A forming bar never comes here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CandleClosed.class, name = "candle-closed"),
    @JsonSubTypes.Type(value = CandleCorrected.class, name = "candle-corrected")
})
public sealed interface CandleMessage extends Message permits CandleClosed, CandleCorrected {

    /** The instrument, upper case, 1 to 10 of {@code A-Z0-9.-^=}. */
    String symbol();

    @Override
    default String key() {
        return symbol();
    }
}
