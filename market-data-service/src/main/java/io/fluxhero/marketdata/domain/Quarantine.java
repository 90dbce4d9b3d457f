package io.fluxhero.marketdata.domain;

import io.fluxhero.engine.market.CandleRules;
import java.time.Instant;

/** Where bars go that nobody may believe. */
public interface Quarantine {

    /** Keeps the bar for a person to look at. */
    void put(FeedBar bar, String source, CandleRules.Flaw flaw, Instant at);

    /** How many bars there are. */
    long size();
}
