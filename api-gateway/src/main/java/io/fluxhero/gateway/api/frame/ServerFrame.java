package io.fluxhero.gateway.api.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the gateway says on /ws/v1/stream. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = HelloFrame.class, name = "hello"),
    @JsonSubTypes.Type(value = AckFrame.class, name = "ack"),
    @JsonSubTypes.Type(value = SnapshotFrame.class, name = "snapshot"),
    @JsonSubTypes.Type(value = DeltaFrame.class, name = "delta"),
    @JsonSubTypes.Type(value = ErrorFrame.class, name = "error"),
    @JsonSubTypes.Type(value = PongFrame.class, name = "pong"),
    @JsonSubTypes.Type(value = HeartbeatFrame.class, name = "heartbeat")
})
public sealed interface ServerFrame
        permits HelloFrame, AckFrame, SnapshotFrame, DeltaFrame, ErrorFrame, PongFrame, HeartbeatFrame {}
