package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Candle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Daily bars for tests. */
final class Bars {

    private static final long DAY = 86_400_000L;

    private final List<Candle> candles = new ArrayList<>();
    private double last = 100;

    static Bars quiet(int count) {
        return new Bars().repeating(100, count);
    }

    /** A walk that drifts, turns and sleeps, so that every regime occurs. */
    static List<Candle> walk(long seed, int count) {
        Random random = new Random(seed);
        Bars bars = new Bars();
        double drift = 0;
        double price = 100;
        for (int i = 0; i < count; i++) {
            if (i % 60 == 0) {
                drift = (random.nextInt(5) - 2) * 0.003;
            }
            price = Math.max(1, price * (1 + drift + random.nextGaussian() * 0.01));
            bars.repeating(price, 1);
        }
        return bars.candles();
    }

    Bars repeating(double close, int count) {
        for (int i = 0; i < count; i++) {
            double high = Math.max(last, close) + 0.5;
            double low = Math.min(last, close) - 0.5;
            candles.add(new Candle(candles.size() * DAY, last, high, low, close, 1000));
            last = close;
        }
        return this;
    }

    Bars closing(double... closes) {
        for (double close : closes) {
            repeating(close, 1);
        }
        return this;
    }

    List<Candle> candles() {
        return List.copyOf(candles);
    }
}
