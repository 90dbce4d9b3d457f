package io.fluxhero.gateway.api.frame;

import java.time.Instant;

/** First frame of /ws/prices: {@code type} is connection, {@code status} is connected. */
public record PricesHello(String type, String status, String message, Instant timestamp) {}
