package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;
import java.util.Optional;

/** What two rules say together in a neutral market (domain specification d.3). */
public final class Blend {

    private Blend() {}

    /** The side on which to enter: the one both rules name, or, where agreement is not required, the trend rule's first. */
    public static Optional<Side> entry(Optional<Side> trend, Optional<Side> reversion, boolean requireAgreement) {
        if (requireAgreement) {
            return trend.equals(reversion) ? trend : Optional.empty();
        }
        return trend.isPresent() ? trend : reversion;
    }

    /** Whether to leave: either rule is enough. */
    public static boolean exits(boolean trend, boolean reversion) {
        return trend || reversion;
    }
}
