package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** Topics to forget. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record UnsubscribeFrame(long id, List<String> topics) implements ClientFrame {}
