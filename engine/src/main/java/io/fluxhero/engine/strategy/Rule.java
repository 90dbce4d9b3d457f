package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;
import java.util.Optional;

/** A way of trading, as it stands at the close of the newest bar. It knows no position. */
sealed interface Rule permits TrendFollowing, MeanReversion {

    /** Ready answers: a rule makes nothing anew on each bar. */
    Optional<Side> LONG = Optional.of(Side.LONG);

    Optional<Side> SHORT = Optional.of(Side.SHORT);

    /** The side whose entry condition holds. */
    Optional<Side> entry();

    /** Whether the level at which a position of this side is left holds; {@code false} while anything is unknown. */
    boolean exits(Side side);

    /** The entry condition in words. */
    String entryTrigger(Side side);

    /** The exit condition that holds, in words. */
    String exitTrigger(Side side);

    /** What an entry on this side lacks. */
    Verdict missing(Side side);
}
