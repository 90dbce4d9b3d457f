package io.fluxhero.risk.domain.feed;

import java.time.Instant;
import java.util.Optional;

/** The market data feed. */
@FunctionalInterface
public interface MarketFeed {

    /** When it last said anything; empty where that is not known. */
    Optional<Instant> lastTickAt();
}
