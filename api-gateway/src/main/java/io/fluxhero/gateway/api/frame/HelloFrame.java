package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** First frame after a good token. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record HelloFrame(String sessionId, Instant serverTime, int protocol, long heartbeatMs) implements ServerFrame {}
