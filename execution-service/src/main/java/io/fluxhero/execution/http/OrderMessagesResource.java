package io.fluxhero.execution.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.execution.DeskThread;
import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.HandleOrder;
import io.fluxhero.outbox.Consumption;
import io.fluxhero.outbox.Direct;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The same messages as on the topic, for the hour when Kafka is away: whichever way one comes first, it counts once. */
@Path("/internal")
@Consumes(MediaType.APPLICATION_JSON)
public class OrderMessagesResource {

    private static final int MOST = 500;

    private final ExecutionConfig config;
    private final Consumption consumption;
    private final HandleOrder handleOrder;
    private final DeskThread desk;

    OrderMessagesResource(ExecutionConfig config, Consumption consumption, HandleOrder handleOrder, DeskThread desk) {
        this.config = config;
        this.consumption = consumption;
        this.handleOrder = handleOrder;
        this.desk = desk;
    }

    /** How many were new, and how many had come before. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Taken(int handled, int repeated) {}

    @POST
    @Path("/orders")
    public Response take(String text) {
        List<OrderMessage> messages = messagesIn(Body.parse(text));
        List<Direct<OrderMessage>> direct = messages.stream()
                .map(message -> new Direct<>(
                        message, message.meta().messageId(), message.meta().correlationId()))
                .toList();
        int handled = consumption.direct(Topics.ORDERS, direct, handleOrder::on);
        desk.wake();
        return Response.accepted(new Taken(handled, messages.size() - handled)).build();
    }

    private List<OrderMessage> messagesIn(JsonNode json) {
        if (!json.isArray() || json.isEmpty() || json.size() > MOST) {
            throw new BadParameter("body", "the body must be an array of 1 to " + MOST + " order messages");
        }
        List<OrderMessage> messages = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            OrderMessage message = messageIn(json.get(i), i);
            if (!message.account().equals(config.account())) {
                throw new BadParameter(
                        "[" + i + "].account",
                        "this service trades for " + config.account() + ", not " + message.account());
            }
            messages.add(message);
        }
        return messages;
    }

    private static OrderMessage messageIn(JsonNode json, int index) {
        try {
            return Wire.read(json.toString().getBytes(StandardCharsets.UTF_8), OrderMessage.class);
        } catch (IOException e) {
            BadParameter bad = new BadParameter(
                    "[" + index + "]", "is no order message: " + Objects.toString(e.getMessage(), "unreadable"));
            bad.initCause(e);
            throw bad;
        }
    }
}
