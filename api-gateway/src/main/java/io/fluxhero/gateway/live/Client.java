package io.fluxhero.gateway.live;

import java.time.Instant;

/** Someone who listens to the hub. Called under the hub's lock. */
interface Client {
    void hear(Channel channel, Change change);

    void tick(Instant now);
}
