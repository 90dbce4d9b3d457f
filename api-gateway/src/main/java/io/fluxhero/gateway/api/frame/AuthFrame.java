package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** Must be the first frame. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record AuthFrame(String token) implements ClientFrame {}
