package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Topics to follow; {@code resume} names the last seq seen per topic. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record SubscribeFrame(
        long id, List<String> topics, @Nullable Map<String, Long> resume) implements ClientFrame {}
