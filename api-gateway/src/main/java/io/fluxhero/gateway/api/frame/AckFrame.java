package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** Subscribe or unsubscribe number {@code id} was understood; snapshots follow. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record AckFrame(long id, List<String> topics) implements ServerFrame {}
