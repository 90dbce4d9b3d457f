package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** Asks for a pong. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record PingFrame(long t) implements ClientFrame {}
