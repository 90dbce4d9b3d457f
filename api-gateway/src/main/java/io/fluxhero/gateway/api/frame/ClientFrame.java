package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a client says on /ws/v1/stream. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AuthFrame.class, name = "auth"),
    @JsonSubTypes.Type(value = SubscribeFrame.class, name = "subscribe"),
    @JsonSubTypes.Type(value = UnsubscribeFrame.class, name = "unsubscribe"),
    @JsonSubTypes.Type(value = PingFrame.class, name = "ping")
})
public sealed interface ClientFrame permits AuthFrame, SubscribeFrame, UnsubscribeFrame, PingFrame {}
