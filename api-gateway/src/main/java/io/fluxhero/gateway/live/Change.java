package io.fluxhero.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** One numbered change of a topic. */
record Change(long seq, Instant at, JsonNode data) {}
