package io.fluxhero.benchmarks;

import io.fluxhero.engine.market.CandleSeries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A whole backtest from the prompt: processor time of the script and everything that it starts. */
final class OneShot {

    private final Path home;

    OneShot(Path home) {
        this.home = home;
    }

    /** Median seconds of user and system time; the first run, which may build, is not counted. */
    double cpuSeconds(CandleSeries series, int runs) throws IOException, InterruptedException {
        Path csv = Files.createTempFile("bars", ".csv");
        try {
            Files.write(
                    csv,
                    Market.csv(
                            series,
                            series.size(),
                            time -> Instant.ofEpochMilli(time).toString()));
            run(csv);
            double[] seconds = new double[runs];
            for (int i = 0; i < runs; i++) {
                seconds[i] = run(csv);
            }
            return Pair.median(seconds);
        } finally {
            Files.delete(csv);
        }
    }

    private double run(Path csv) throws IOException, InterruptedException {
        String command = "TIMEFORMAT='%U %S'; time ./fluxhero backtest --csv '" + csv
                + "' --symbol SPY --timeframe 1m >/dev/null 2>&1";
        Process process = new ProcessBuilder("bash", "-c", command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new IOException("the backtest failed: " + times);
        }
        String[] parts = times.split(" ");
        return Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
    }
}
