package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** A frame was not understood or a topic does not exist; the socket stays open. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record ErrorFrame(@Nullable Long id, String code, String message) implements ServerFrame {}
