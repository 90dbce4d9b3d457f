package io.fluxhero.gateway.api;

import java.util.List;

/** Orders, newest first. */
public record Orders(List<Order> orders) {}
