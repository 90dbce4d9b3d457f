package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;

/** What the rules say at the close of a bar, whatever is held. Prices are rounded to six decimals, as messages carry them. */
public sealed interface Signal {

    /** The mode that speaks; an exit belongs to the mode that armed it. */
    Mode mode();

    /** Direction of the position to open or close. */
    Side side();

    /** Close of the bar. */
    double price();

    /** Why. */
    Explanation explanation();

    /**
     * Open a position.
     *
     * @param stop initial protective stop, on the losing side of {@code price}
     * @param trailingAtrMultiple distance of the trailing stop in ATR, {@code NaN} where the stop is fixed
     * @param averageVolume mean volume of the last 20 bars, {@code NaN} while unknown
     */
    record Entry(
            Mode mode,
            Side side,
            double price,
            double stop,
            double trailingAtrMultiple,
            double averageVolume,
            Explanation explanation)
            implements Signal {}

    /** Close the position that this mode opened. */
    record Exit(Mode mode, Side side, double price, Explanation explanation) implements Signal {}
}
