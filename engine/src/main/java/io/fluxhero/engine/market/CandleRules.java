package io.fluxhero.engine.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which bars can be believed (domain specification a.3). */
public final class CandleRules {

    /** How far, relatively, an open or close may lie outside the range: rounding of a feed, not an error. */
    private static final double TOLERANCE = 1e-9;

    private CandleRules() {}

    /** Why a bar is refused. */
    public enum Flaw {
        /** A price is missing, not a number or infinite. */
        MISSING_PRICE,
        /** A price is 0 or less. */
        PRICE_NOT_POSITIVE,
        /** Volume is less than 0. */
        NEGATIVE_VOLUME,
        /** The high is below the low. */
        HIGH_BELOW_LOW,
        /** The open or the close is above the high. */
        ABOVE_HIGH,
        /** The open or the close is below the low. */
        BELOW_LOW,
        /** The bar has the time of the one before it. */
        DUPLICATE_TIME,
        /** The bar is earlier than the one before it. */
        TIME_GOES_BACK
    }

    /** The first flaw of a bar by itself, empty where it can be believed. */
    public static Optional<Flaw> flawOf(Candle candle) {
        if (!isPrice(candle.open()) || !isPrice(candle.high()) || !isPrice(candle.low()) || !isPrice(candle.close())) {
            return Optional.of(Flaw.MISSING_PRICE);
        }
        double high = candle.high();
        double low = candle.low();
        double upper = StrictMath.max(candle.open(), candle.close());
        double lower = StrictMath.min(candle.open(), candle.close());
        if (!(StrictMath.min(low, lower) > 0) || !(high > 0)) {
            return Optional.of(Flaw.PRICE_NOT_POSITIVE);
        }
        if (candle.volume() < 0) {
            return Optional.of(Flaw.NEGATIVE_VOLUME);
        }
        if (high < low) {
            return Optional.of(Flaw.HIGH_BELOW_LOW);
        }
        if (upper > high * (1 + TOLERANCE)) {
            return Optional.of(Flaw.ABOVE_HIGH);
        }
        return lower < low * (1 - TOLERANCE) ? Optional.of(Flaw.BELOW_LOW) : Optional.empty();
    }

    /** Every flaw of a bar by itself, in the order in which they are looked for. */
    public static List<Flaw> flawsOf(Candle candle) {
        Optional<Flaw> first = flawOf(candle);
        if (first.isEmpty()) {
            return List.of();
        }
        List<Flaw> flaws = new ArrayList<>(List.of(first.get()));
        double upper = StrictMath.max(candle.open(), candle.close());
        double lower = StrictMath.min(candle.open(), candle.close());
        addOnce(flaws, Flaw.ABOVE_HIGH, upper > candle.high() * (1 + TOLERANCE));
        addOnce(flaws, Flaw.BELOW_LOW, lower < candle.low() * (1 - TOLERANCE));
        return flaws;
    }

    private static void addOnce(List<Flaw> flaws, Flaw flaw, boolean has) {
        if (has && !flaws.contains(flaw)) {
            flaws.add(flaw);
        }
    }

    /** The first flaw of a bar that follows {@code previous} in a series. */
    public static Optional<Flaw> flawOf(Candle candle, Candle previous) {
        Optional<Flaw> own = flawOf(candle);
        if (own.isPresent()) {
            return own;
        }
        if (candle.openTime() == previous.openTime()) {
            return Optional.of(Flaw.DUPLICATE_TIME);
        }
        return candle.openTime() < previous.openTime() ? Optional.of(Flaw.TIME_GOES_BACK) : Optional.empty();
    }

    private static boolean isPrice(double value) {
        return Double.isFinite(value);
    }
}
