package io.fluxhero.benchmarks;

import io.fluxhero.engine.market.CandleSeries;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongFunction;

/** Minute bars of a market that trends, ranges and jumps; the same for everyone. */
final class Market {

    private static final long SEED = 20260122;
    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final int SESSION = 390;
    private static final int STRETCH = 2500;

    private Market() {}

    static CandleSeries bars(int count) {
        CandleSeries series = new CandleSeries(count);
        Random random = new Random(SEED);
        double close = 100;
        LocalDateTime time = LocalDateTime.of(2000, 1, 3, 9, 30);
        for (int i = 0; i < count; i++) {
            double open = round(close);
            double drift =
                    (i / STRETCH) % 3 == 0 ? 0.00008 : (i / STRETCH) % 3 == 1 ? -0.00008 : 0.002 * (100 - close) / 100;
            close = Math.max(5, close * (1 + drift + 0.0006 * random.nextGaussian()));
            double last = round(close);
            double high = round(Math.max(open, last) + 0.03 * random.nextDouble());
            double low = round(Math.min(open, last) - 0.03 * random.nextDouble());
            long millis = time.atZone(EXCHANGE).toInstant().toEpochMilli();
            series.add(
                    millis,
                    open,
                    Math.max(high, Math.max(open, last)),
                    Math.min(low, Math.min(open, last)),
                    last,
                    random.nextInt(1000, 90_000));
            time = i % SESSION == SESSION - 1 ? time.toLocalDate().plusDays(1).atTime(9, 30) : time.plusMinutes(1);
        }
        return series;
    }

    private static double round(double price) {
        return Math.round(price * 100) / 100.0;
    }

    /** The same as a file; {@code time} writes milliseconds since the epoch. */
    static byte[] csv(CandleSeries series, int rows, LongFunction<String> time) {
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < rows; i++) {
            int bar = i % series.size();
            long millis = series.openTime(bar) + (long) (i / series.size()) * 40_000_000_000L;
            text.append(time.apply(millis)).append(',');
            for (double price :
                    new double[] {series.opens()[bar], series.highs()[bar], series.lows()[bar], series.closes()[bar]}) {
                text.append(String.format(Locale.ROOT, "%.2f", price)).append(',');
            }
            text.append(series.volumes()[bar]).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
