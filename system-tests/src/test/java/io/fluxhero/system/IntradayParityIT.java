package io.fluxhero.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.market.TradingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bars of five minutes that fall out of a calm now and then: entries in a volatility spike, live and in a backtest. */
class IntradayParityIT {

    private static final int BARS = 1_270;
    private static final int BARS_OF_A_DAY = 78;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 7, 8);
    private static final Path FOLDER = Path.of("target", "bars").toAbsolutePath();
    private static final RunningStack STACK =
            new RunningStack("intraday", Map.of("FLUXHERO_MARKET_DATA_REPLAY_FOLDER", FOLDER.toString()));

    @BeforeAll
    static void runs_all_bars() throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve("CALM-5m.csv"), bars(1));
        STACK.up("--fresh", "--symbols", "CALM", "--timeframe", "5m", "--speed", "max");
        new Progress(STACK).awaitTheEnd();
    }

    @AfterAll
    static void stops() {
        STACK.down();
    }

    @Test
    void trades_a_volatility_spike_on_paper_as_in_the_backtest() {
        Api api = STACK.api();

        List<RoundTrip> paper = api.closedTrades();
        List<RoundTrip> backtest = api.backtestTrades("""
                {"symbol":"CALM","timeframe":"5m","start_date":"%s","end_date":"%s"}""".formatted(FIRST_DAY, FIRST_DAY.plusDays(60)));

        assertThat(paper).hasSizeGreaterThan(3).isEqualTo(backtest);
        Set<String> spikes = signalsInASpike(api);
        List<JsonNode> trades = listed(api.get("/api/trades?status=CLOSED&page_size=100"), "trades");
        assertThat(trades.stream()
                        .filter(trade -> spikes.contains(trade.path("signal_id").asText())))
                .as("trades of a spike, among others")
                .isNotEmpty()
                .hasSizeLessThan(trades.size())
                .allSatisfy(trade ->
                        assertThat(trade.path("signal_reason").asText()).contains("size ×0.7"));
    }

    private static Set<String> signalsInASpike(Api api) {
        return listed(api.get("/api/signals?limit=500"), "signals").stream()
                .filter(signal -> signal.path("size_factor").asDouble() == 0.7)
                .map(signal -> signal.path("id").asText())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> listed(JsonNode answer, String field) {
        return StreamSupport.stream(answer.path(field).spliterator(), false).toList();
    }

    /** A price that is pulled back to 100, and three times a week falls from it by two percent in one bar. */
    private static List<String> bars(long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("time,open,high,low,close,volume"));
        double last = 100;
        for (int i = 0; i < BARS; i++) {
            boolean falls = i % 130 == 129;
            double close = cents(last + 0.3 * (100 - last) + 0.06 * random.nextGaussian() - (falls ? 1.8 : 0));
            double high = cents(Math.max(last, close) + 0.02 * random.nextDouble());
            double low = cents(Math.min(last, close) - 0.02 * random.nextDouble());
            int volume = (falls ? 80_000 : 10_000) + random.nextInt(5_000);
            lines.add(timeOf(i) + "," + last + "," + high + "," + low + "," + close + "," + volume);
            last = close;
        }
        return lines;
    }

    private static Instant timeOf(int bar) {
        LocalDate day = FIRST_DAY;
        for (int session = 0; session < bar / BARS_OF_A_DAY; session++) {
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return day.atTime(9, 30)
                .plusMinutes(5L * (bar % BARS_OF_A_DAY))
                .atZone(TradingCalendar.NEW_YORK)
                .toInstant();
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }
}
