package io.fluxhero.risk.domain.execution;

import java.net.URI;
import java.time.Duration;

/**
 * Where execution is, and how its leave to open positions is kept up.
 *
 * @param secret password between services
 * @param patience most that one request may take
 * @param leaseFor how long each leave lasts
 */
public record ExecutionDoor(URI url, String secret, Duration patience, Duration leaseFor) {

    @Override
    public String toString() {
        return "ExecutionDoor[" + url + "]";
    }
}
