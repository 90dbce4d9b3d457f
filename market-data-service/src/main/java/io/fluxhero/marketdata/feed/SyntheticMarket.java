package io.fluxhero.marketdata.feed;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;

/** One synthetic instrument: a walk that changes between rising, falling and ranging, bar after bar. */
final class SyntheticMarket {

    private static final double SWITCH_PROBABILITY = 1.0 / 80;
    private static final double PULL_TO_ANCHOR = 0.06;
    private static final double FLOOR = 5;
    private static final double BASE_VOLUME = 1_000_000;

    private final Dice dice;
    private final double barScale;
    private Mood mood;
    private double close;
    private double anchor;

    /** How the market goes: drift and deviation of a daily log return. */
    private enum Mood {
        RISING(0.0011, 0.008),
        FALLING(-0.0010, 0.013),
        RANGING(0, 0.009);

        private final double drift;
        private final double deviation;

        Mood(double drift, double deviation) {
            this.drift = drift;
            this.deviation = deviation;
        }
    }

    /**
     * Begins a walk.
     *
     * @param dayFraction length of a bar in trading days
     */
    SyntheticMarket(long seed, String symbol, double dayFraction) {
        this.dice = new Dice(seed, symbol);
        this.barScale = dayFraction;
        this.mood = Mood.RANGING;
        this.close = 40 + 160 * dice.uniform();
        this.anchor = close;
    }

    Candle next(long openTime) {
        if (dice.uniform() < SWITCH_PROBABILITY) {
            mood = Mood.values()[(int) (dice.uniform() * Mood.values().length)];
            anchor = close;
        }
        double deviation = mood.deviation * StrictMath.sqrt(barScale);
        double open = close * StrictMath.exp(0.25 * deviation * dice.normal());
        double pull = mood == Mood.RANGING || close < FLOOR
                ? PULL_TO_ANCHOR * StrictMath.log(StrictMath.max(anchor, FLOOR) / close)
                : 0;
        double drift = mood.drift * barScale + pull;
        double end = open * StrictMath.exp(drift + deviation * dice.normal());
        double high = StrictMath.max(open, end) * StrictMath.exp(0.6 * deviation * StrictMath.abs(dice.normal()));
        double low = StrictMath.min(open, end) * StrictMath.exp(-0.6 * deviation * StrictMath.abs(dice.normal()));
        double surprise = StrictMath.abs(end / open - 1) / deviation;
        long volume = (long) (BASE_VOLUME * barScale * (0.6 + 0.8 * dice.uniform()) * (1 + 0.35 * surprise));
        close = cents(end);
        return new Candle(openTime, cents(open), cents(high), cents(low), close, volume);
    }

    /** Rounds every price alike, which keeps their order; never to nothing. */
    private static double cents(double price) {
        return Micros.round(StrictMath.max(1, StrictMath.rint(price * 100)) / 100);
    }
}
