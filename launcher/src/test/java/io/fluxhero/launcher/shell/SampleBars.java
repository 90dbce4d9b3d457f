package io.fluxhero.launcher.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/** Daily bars of a market that swings, always the same. */
final class SampleBars {

    private static final long SEED = 42;

    private SampleBars() {}

    static Path write(Path folder, int bars) throws IOException {
        StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        Random random = new Random(SEED);
        double close = 100;
        LocalDate day = LocalDate.of(2015, 1, 1);
        for (int i = 0; i < bars; i++) {
            double open = close;
            close *= 1 + 0.01 * random.nextGaussian() + 0.004 * Math.sin(i / 40.0);
            double high = Math.max(open, close) * 1.003;
            double low = Math.min(open, close) * 0.997;
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%.6f,%.6f,%.6f,%.6f,%d%n",
                    day.plusDays(i),
                    open,
                    high,
                    low,
                    close,
                    random.nextInt(1_000_000, 2_000_000)));
        }
        return Files.writeString(folder.resolve("SWING-daily.csv"), text);
    }
}
