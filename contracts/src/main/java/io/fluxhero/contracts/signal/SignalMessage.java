package io.fluxhero.contracts.signal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.fluxhero.contracts.Message;

/** What the rules say of one bar. Whether an order follows is the decision of risk. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EntrySignalled.class, name = "entry-signalled"),
    @JsonSubTypes.Type(value = ExitSignalled.class, name = "exit-signalled")
})
public sealed interface SignalMessage extends Message permits EntrySignalled, ExitSignalled {

    /** The instrument, upper case, 1 to 10 of {@code A-Z0-9.-^=}. */
    String symbol();

    @Override
    default String key() {
        return symbol();
    }
}
