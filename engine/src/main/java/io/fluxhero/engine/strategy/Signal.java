package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Micros;
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
     * An entry with a fixed stop and no target, at the risk of a trend entry; see the {@code with} methods of
     * {@link Entry} for more.
     *
     * @param price close of the bar
     * @param stop protective stop, on the losing side of {@code price}
     * @param trigger the rule that fired, in words
     */
    static Entry enter(Side side, double price, double stop, String trigger) {
        double known = Micros.round(price);
        double protection = Micros.round(stop);
        Explanation why = Explanation.of(true, side, Mode.TREND, known, protection, trigger);
        return new Entry(Mode.TREND, side, known, protection, Double.NaN, Double.NaN, Double.NaN, why);
    }

    /**
     * The exit of what {@link #enter} opened.
     *
     * @param price close of the bar
     * @param trigger the rule that fired, in words
     */
    static Exit exit(Side side, double price, String trigger) {
        double known = Micros.round(price);
        return new Exit(Mode.TREND, side, known, Explanation.of(false, side, Mode.TREND, known, Double.NaN, trigger));
    }

    /**
     * Open a position.
     *
     * @param stop initial protective stop, on the losing side of {@code price}; {@code NaN} for none, which no account
     *     accepts
     * @param target where to take profit, on the winning side of {@code price}, {@code NaN} where there is none
     * @param trailingAtrMultiple distance of the trailing stop in ATR, {@code NaN} where the stop is fixed
     * @param averageVolume mean volume of the last 20 bars, {@code NaN} while unknown
     * @param terms how the order wants to be filled, and for how long the position may last
     * @param sizeFactor share that it wants of the size which risk and limits allow, above 0 and at most 1
     */
    record Entry(
            Mode mode,
            Side side,
            double price,
            double stop,
            double target,
            double trailingAtrMultiple,
            double averageVolume,
            Explanation explanation,
            EntryTerms terms,
            double sizeFactor)
            implements Signal {

        /** An explanation that says nothing of the stop says this one. */
        public Entry {
            Bounds.share("size factor", sizeFactor);
            explanation = Double.isNaN(explanation.stop()) ? explanation.withStop(stop) : explanation;
        }

        /** At the next open, without a time limit, of the whole size. */
        public Entry(
                Mode mode,
                Side side,
                double price,
                double stop,
                double target,
                double trailingAtrMultiple,
                double averageVolume,
                Explanation explanation) {
            this(
                    mode,
                    side,
                    price,
                    stop,
                    target,
                    trailingAtrMultiple,
                    averageVolume,
                    explanation,
                    EntryTerms.MARKET,
                    1);
        }

        /** Without a target. */
        public Entry(
                Mode mode,
                Side side,
                double price,
                double stop,
                double trailingAtrMultiple,
                double averageVolume,
                Explanation explanation) {
            this(mode, side, price, stop, Double.NaN, trailingAtrMultiple, averageVolume, explanation);
        }

        /** The same, taking profit at this price. */
        public Entry withTarget(double profitPrice) {
            return with(Micros.round(profitPrice), trailingAtrMultiple, terms, sizeFactor);
        }

        /** The same, with a stop that follows the best close since entry at so many average true ranges. */
        public Entry withTrailingStop(double atrMultiple) {
            return with(target, atrMultiple, terms, sizeFactor);
        }

        /** The same, at this price or better; after {@link #triggeredAt} as a stop-limit. */
        public Entry limitedTo(double limitPrice) {
            return with(target, trailingAtrMultiple, terms.limitedTo(limitPrice), sizeFactor);
        }

        /** The same, once the market has touched this price on its way beyond it. */
        public Entry triggeredAt(double triggerPrice) {
            return with(target, trailingAtrMultiple, terms.triggeredAt(triggerPrice), sizeFactor);
        }

        /** The same, given up where it has not filled by the end of the next bar's session. */
        public Entry forTheDay() {
            return with(target, trailingAtrMultiple, terms.endingWithTheDay(), sizeFactor);
        }

        /** The same, closed at the open after so many bars, the bar of the entry counted. */
        public Entry withTimeLimit(int bars) {
            return with(target, trailingAtrMultiple, terms.lasting(bars), sizeFactor);
        }

        /** The same, of so much of the size that risk and limits allow, above 0 and at most 1; six decimals. */
        public Entry withSizeFactor(double share) {
            return with(target, trailingAtrMultiple, terms, Micros.round(share));
        }

        private Entry with(double profitPrice, double atrMultiple, EntryTerms other, double share) {
            return new Entry(
                    mode, side, price, stop, profitPrice, atrMultiple, averageVolume, explanation, other, share);
        }
    }

    /** Close the position that this mode opened. */
    record Exit(Mode mode, Side side, double price, Explanation explanation) implements Signal {}
}
