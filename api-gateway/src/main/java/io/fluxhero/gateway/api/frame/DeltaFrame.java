package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** A change. Where {@code prevSeq} is not the last seq seen, the client has a gap and subscribes again. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record DeltaFrame(String topic, long seq, long prevSeq, Instant ts, JsonNode data) implements ServerFrame {}
