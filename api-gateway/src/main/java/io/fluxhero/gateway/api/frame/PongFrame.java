package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** Answer to a ping, with the same {@code t}. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record PongFrame(long t, Instant serverTime) implements ServerFrame {}
