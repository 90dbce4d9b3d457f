package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** The gateway is alive. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record HeartbeatFrame(Instant serverTime) implements ServerFrame {}
