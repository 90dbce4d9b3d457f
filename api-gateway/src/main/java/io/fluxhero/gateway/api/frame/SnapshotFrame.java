package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The whole state of a topic; replaces what the client holds. data is null while nothing is known. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record SnapshotFrame(
        String topic, long seq, Instant asOf, @Nullable JsonNode data) implements ServerFrame {}
