package io.fluxhero.gateway.api;

import java.time.Instant;

/** A token for one socket: put it in the auth frame before it expires. For those who come with OIDC tokens. */
public record StreamTicket(String token, Instant expiresAt) {}
