package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up markets: everything follows from the seed. */
public final class Markets {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Markets() {}

    /** Midnight in New York, days after 2020-01-01. */
    public static long day(int index) {
        return LocalDate.of(2020, 1, 1)
                .plusDays(index)
                .atStartOfDay(NEW_YORK)
                .toInstant()
                .toEpochMilli();
    }

    /** Rises, falls and goes sideways for a hundred days each. */
    public static List<Candle> ofTrendsAndRanges(long seed, int bars) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candle> market = new ArrayList<>();
        double price = 100;
        for (int i = 0; i < bars; i++) {
            double drift = (i / 100) % 3 == 0 ? 0.004 : (i / 100) % 3 == 1 ? -0.002 : 0;
            double open = price * (1 + (random.nextDouble() - 0.5) * 0.004);
            price = open * (1 + drift + (random.nextDouble() - 0.5) * 0.02);
            double high = Math.max(open, price) * (1 + random.nextDouble() * 0.004);
            double low = Math.min(open, price) * (1 - random.nextDouble() * 0.004);
            market.add(new Candle(
                    day(i), Micros.round(open), Micros.round(high), Micros.round(low), Micros.round(price), 1_000_000));
        }
        return market;
    }
}
