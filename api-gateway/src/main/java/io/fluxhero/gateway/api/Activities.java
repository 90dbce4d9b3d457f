package io.fluxhero.gateway.api;

import java.util.List;

/** The activity feed, newest first. */
public record Activities(List<Activity> events) {}
