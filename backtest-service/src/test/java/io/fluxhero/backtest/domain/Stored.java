package io.fluxhero.backtest.domain;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.strategy.StrategyConfig.Modes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Made-up bars and requests for them. */
public final class Stored {

    static final History.Instrument SYN = new History.Instrument("SYN", OptionalLong.empty());

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);

    private Stored() {}

    /** Rises and falls for a hundred days each, every day a bar. */
    public static List<Candle> bars(int count) {
        SplittableRandom random = new SplittableRandom(11);
        List<Candle> bars = new ArrayList<>();
        double price = 100;
        for (int i = 0; i < count; i++) {
            double drift = (i / 100) % 2 == 0 ? 0.004 : -0.002;
            double open = price * (1 + (random.nextDouble() - 0.5) * 0.004);
            price = open * (1 + drift + (random.nextDouble() - 0.5) * 0.02);
            bars.add(new Candle(
                    FIRST.plusDays(i).atStartOfDay(NEW_YORK).toInstant().toEpochMilli(),
                    Micros.round(open),
                    Micros.round(Math.max(open, price) * 1.002),
                    Micros.round(Math.min(open, price) * 0.998),
                    Micros.round(price),
                    1_000_000));
        }
        return bars;
    }

    public static RunRequest request(int firstBar, int lastBar, int trials) {
        return new RunRequest(
                List.of("SYN"),
                Timeframe.D1,
                FIRST.plusDays(firstBar),
                FIRST.plusDays(lastBar),
                new BigDecimal("100000"),
                0.005,
                0.0001,
                Modes.DUAL,
                false,
                null,
                trials);
    }
}
