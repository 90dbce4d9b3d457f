package io.fluxhero.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/** One message on one topic. Its JSON carries {@code type} (kebab-case) and {@code schemaVersion} beside the components. */
public interface Message {

    /** Identity, correlation and event time. */
    Meta meta();

    /** The Kafka key: the symbol on market topics, the account on order topics. */
    @JsonIgnore
    String key();

    /** Version of the record's schema. Adding an optional field keeps it; anything else is a new record. */
    @JsonProperty(value = "schemaVersion", access = JsonProperty.Access.READ_ONLY)
    default int schemaVersion() {
        return 1;
    }
}
