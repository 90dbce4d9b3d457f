package io.fluxhero.signal;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.engine.market.Candle;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One series of daily bars that every test symbol has: it drifts, turns and sleeps, so that every regime occurs. */
final class Walk {

    private static final Instant FIRST = Instant.parse("2000-01-03T05:00:00Z");

    static final List<Candle> BARS = bars(6000);

    private Walk() {}

    /** The message that market-data would publish for a bar. */
    static CandleClosed message(String symbol, int index) {
        return message(symbol, index, "");
    }

    /** The same bar under another identity. */
    static CandleClosed message(String symbol, int index, String variant) {
        Candle bar = BARS.get(index);
        Instant openTime = Instant.ofEpochMilli(bar.openTime());
        String id = Ids.derive("cnd", symbol, "1d", openTime, 0, variant);
        return new CandleClosed(
                new Meta(id, id, openTime.plus(Duration.ofDays(1))),
                symbol,
                "1d",
                openTime,
                BigDecimal.valueOf(bar.open()),
                BigDecimal.valueOf(bar.high()),
                BigDecimal.valueOf(bar.low()),
                BigDecimal.valueOf(bar.close()),
                bar.volume(),
                "replay",
                index,
                BARS.size());
    }

    private static List<Candle> bars(int count) {
        Random random = new Random(42);
        List<Candle> bars = new ArrayList<>();
        double drift = 0;
        double last = 100;
        for (int i = 0; i < count; i++) {
            if (i % 60 == 0) {
                drift = (random.nextInt(5) - 2) * 0.003 - (last > 500 ? 0.003 : 0) + (last < 20 ? 0.003 : 0);
            }
            double close = cents(Math.max(5, last * (1 + drift + random.nextGaussian() * 0.01)));
            double high = cents(Math.max(last, close) * 1.004);
            double low = cents(Math.min(last, close) * 0.996);
            long openTime = FIRST.plus(Duration.ofDays(i)).toEpochMilli();
            bars.add(new Candle(openTime, last, high, low, close, 1000 + random.nextInt(1000)));
            last = close;
        }
        return List.copyOf(bars);
    }

    private static double cents(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
