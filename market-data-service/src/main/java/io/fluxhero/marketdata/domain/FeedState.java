package io.fluxhero.marketdata.domain;

import java.util.Set;

/** What a feed does right now. */
public enum FeedState {
    /** Stores history; nothing is published yet. */
    WARMING,
    /** Publishes bars. */
    RUNNING,
    /** Has no more bars. */
    FINISHED,
    /** The service went down. */
    STOPPED,
    /** Cannot go on; tries again by itself. */
    FAILED;

    /** Whether this may follow {@code previous}. */
    boolean mayFollow(FeedState previous) {
        return switch (previous) {
            case WARMING -> Set.of(RUNNING, FAILED, STOPPED).contains(this);
            case RUNNING -> Set.of(FINISHED, FAILED, STOPPED).contains(this);
            case FINISHED -> this == STOPPED;
            case FAILED -> Set.of(WARMING, STOPPED).contains(this);
            case STOPPED -> false;
        };
    }
}
