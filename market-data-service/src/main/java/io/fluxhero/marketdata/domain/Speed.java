package io.fluxhero.marketdata.domain;

import java.util.OptionalDouble;

/**
 * How fast a feed publishes.
 *
 * @param barsPerSecond bar times per second, empty where nothing holds it back
 */
public record Speed(OptionalDouble barsPerSecond) {

    private static final double FASTEST_PACE = 10_000;

    /**
     * Reads {@code max} or a number of bar times per second.
     *
     * @throws IllegalArgumentException where it is neither, or not above 0
     */
    public static Speed parse(String text) {
        if (text.strip().equals("max")) {
            return new Speed(OptionalDouble.empty());
        }
        try {
            double pace = Double.parseDouble(text.strip());
            if (pace > 0 && pace <= FASTEST_PACE) {
                return new Speed(OptionalDouble.of(pace));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(complaintAbout(text), e);
        }
        throw new IllegalArgumentException(complaintAbout(text));
    }

    private static String complaintAbout(String text) {
        return "speed '" + text + "' is neither max nor a number of bars per second above 0 and up to 10000";
    }
}
