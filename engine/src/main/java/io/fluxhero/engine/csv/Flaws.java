package io.fluxhero.engine.csv;

import io.fluxhero.engine.csv.Header.Role;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleRules.Flaw;

/** Where in a row the flaw of a bar stands. */
final class Flaws {

    private Flaws() {}

    static Role columnOf(Flaw flaw, Candle candle) {
        return switch (flaw) {
            case NEGATIVE_VOLUME -> Role.VOLUME;
            case BELOW_LOW -> Role.LOW;
            case PRICE_NOT_POSITIVE -> notPositive(candle);
            case MISSING_PRICE, HIGH_BELOW_LOW, ABOVE_HIGH, DUPLICATE_TIME, TIME_GOES_BACK -> Role.HIGH;
        };
    }

    private static Role notPositive(Candle candle) {
        if (candle.open() <= 0) {
            return Role.OPEN;
        }
        if (candle.high() <= 0) {
            return Role.HIGH;
        }
        return candle.low() <= 0 ? Role.LOW : Role.CLOSE;
    }

    static String text(Candle candle) {
        return "open %s, high %s, low %s, close %s, volume %d"
                .formatted(candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
    }
}
