package io.fluxhero.signal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleCorrected;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.strategy.BarOutcome;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.outbox.testing.Batches;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.fluxhero.signal.domain.StrategyKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedPostgresResource.class,
        initArgs = @ResourceArg(name = "schema", value = "signals"))
@QuarkusTestResource(MarketDataStandIn.class)
class SignalServiceIT {

    private static final int LIVE = 500;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector topics;

    @Test
    void says_of_live_bars_what_the_engine_says_of_the_whole_series() throws Exception {
        send("SPX", LIVE, 800);
        awaitBars("SPX", 300);

        List<IndicatorsUpdated> indicators = indicators("SPX");
        assertSameAsEngine("SPX", LIVE, indicators);
        List<SignalMessage> signals = signals("SPX");
        assertThat(signals).isNotEmpty();
        assertThat(signals.stream().map(signal -> signal.meta().messageId()))
                .containsExactlyElementsOf(indicators.stream()
                        .flatMap(bar -> bar.verdict().signalIds().stream())
                        .toList());
        assertThat(Tables.count("SELECT count(*) FROM signals WHERE symbol = 'SPX'"))
                .isEqualTo(signals.size());
        assertThat(indicators.getFirst().meta().correlationId())
                .isEqualTo(Walk.message("SPX", LIVE).meta().messageId());
        assertQueryable(signals, indicators);
    }

    @Test
    void bytes_that_are_no_bar_go_to_the_dead_letters_and_the_next_bar_counts() throws Exception {
        CandleClosed bar = Walk.message("POISON", 0);
        CandleClosed impossible = new CandleClosed(
                new Meta("cnd-impossible", "cnd-impossible", bar.openTime()),
                "POISON",
                "1d",
                bar.openTime(),
                BigDecimal.TEN,
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.TEN,
                1,
                "replay",
                null,
                null);

        sendBytes("POISON", "not a candle".getBytes(StandardCharsets.UTF_8), Wire.write(impossible), Wire.write(bar));
        awaitBars("POISON", 1);

        assertThat(Tables.outbox("candles.dlq", "POISON")).hasSize(2);
        assertThat(new String(Tables.outbox("candles.dlq", "POISON").getFirst(), StandardCharsets.UTF_8))
                .isEqualTo("not a candle");
        assertThat(indicators("POISON").getFirst().barTime()).isEqualTo(bar.openTime());
    }

    @Test
    void a_rolled_back_batch_leaves_no_trace_and_is_taken_again_from_history() throws Exception {
        send("BACK", LIVE, 520);
        awaitBars("BACK", 20);
        // A row in the way of bar 530 rolls back whatever contains it.
        Tables.execute(
                "INSERT INTO indicators SELECT 'BACK', timeframe, bar_time + interval '20 days', close, kama, atr,"
                        + " atr_average, rsi, adx, plus_di, minus_di, bollinger_upper, bollinger_middle, bollinger_lower, slope,"
                        + " r_squared, efficiency_ratio, average_volume, regime, raw_regime, regime_bars, volatility, gate,"
                        + " detail, value, threshold, signal_ids, config_hash FROM indicators WHERE symbol = 'BACK'"
                        + " AND bar_time = '" + Walk.message("BACK", 510).openTime() + "'");

        send("BACK", 520, 560);
        await().atMost(Duration.ofSeconds(60)).until(() -> indicators("BACK").size() == 30);
        Tables.execute("DELETE FROM indicators WHERE symbol = 'BACK' AND bar_time = '"
                + Walk.message("BACK", 530).openTime() + "'");
        awaitBars("BACK", 60);

        assertSameAsEngine("BACK", LIVE, indicators("BACK"));
    }

    @Test
    void waits_for_history_that_is_not_there_yet() throws Exception {
        send("LATE", LIVE, 505);
        awaitBars("LATE", 5);

        assertSameAsEngine("LATE", LIVE, indicators("LATE"));
    }

    @Test
    void asks_for_history_outside_the_transaction_that_takes_the_bars_in() throws Exception {
        send("ASKED", LIVE, 505);
        awaitBars("ASKED", 5);

        assertThat(TransactionsAtTheDoor.seen()).containsExactly(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void a_symbol_without_history_begins_with_its_first_bar() throws Exception {
        send("NEW", 0, 100);
        awaitBars("NEW", 100);

        assertSameAsEngine("NEW", 0, indicators("NEW"));
    }

    @Test
    void a_bar_that_was_decided_is_not_decided_again() throws Exception {
        send("AGAIN", LIVE, 510);
        awaitBars("AGAIN", 10);
        CandleClosed bar = Walk.message("AGAIN", 505);
        CandleCorrected correction = new CandleCorrected(
                new Meta("cnd-corrected", "cnd-corrected", bar.meta().occurredAt()),
                "AGAIN",
                "1d",
                bar.openTime(),
                1,
                bar.open(),
                bar.high(),
                bar.low(),
                bar.low(),
                bar.volume(),
                "replay");

        sendBytes(
                "AGAIN",
                Wire.write(Walk.message("AGAIN", 505)),
                Wire.write(Walk.message("AGAIN", 505, "under another id")),
                Wire.write(correction),
                Wire.write(Walk.message("AGAIN", 510)));
        awaitBars("AGAIN", 11);

        assertSameAsEngine("AGAIN", LIVE, indicators("AGAIN"));
    }

    @Test
    void takes_thousands_of_bars_in_batches() throws Exception {
        long start = System.nanoTime();
        for (int from = 1000; from < 5000; from += 500) {
            send("BULK", from, from + 500);
        }
        awaitBars("BULK", 4000);
        double seconds = (System.nanoTime() - start) / 1e9;

        System.out.printf("signal-service: 4000 bars in %.2f s, %.0f bars/s%n", seconds, 4000 / seconds);
        assertSameAsEngine("BULK", 1000, indicators("BULK"));
    }

    @Test
    void names_the_field_that_is_wrong() {
        given().get("/internal/indicators?symbol=SPX").then().statusCode(401);
        asService()
                .get("/internal/indicators?symbol=lower")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("field", equalTo("symbol"));
        asService()
                .get("/internal/signals?before=yesterday")
                .then()
                .statusCode(400)
                .body("field", equalTo("before"));
        asService().get("/internal/signals/sig-none").then().statusCode(404).body("code", equalTo("not-found"));
        asService().get("/internal/regime?symbol=NOBODY").then().statusCode(404);
    }

    private void assertQueryable(List<SignalMessage> signals, List<IndicatorsUpdated> indicators) {
        IndicatorsUpdated last = indicators.getLast();
        asService()
                .get("/internal/indicators?symbol=SPX&limit=7")
                .then()
                .statusCode(200)
                .body("time", hasSize(7))
                .body("time[6]", equalTo((int) last.barTime().getEpochSecond()))
                .body("kama[6]", equalTo(last.kama().floatValue()))
                .body("regime[6]", equalTo(last.regime()))
                .body("gate[6]", equalTo(last.verdict().gate()));
        asService()
                .get("/internal/indicators?symbol=SPX&from=" + indicators.get(2).barTime() + "&to="
                        + indicators.get(5).barTime())
                .then()
                .body("time", hasSize(4));
        asService()
                .get("/internal/regime?symbol=SPX")
                .then()
                .body("regime", equalTo(last.regime()))
                .body("time", equalTo((int) last.barTime().getEpochSecond()));
        String id = signals.getLast().meta().messageId();
        asService()
                .get("/internal/signals?symbol=SPX&limit=1")
                .then()
                .body("signals", hasSize(1))
                .body("signals[0].signal_id", equalTo(id))
                .body("signals[0].explanation.signal_type", equalTo(String.valueOf(typeOf(signals.getLast()))));
        asService().get("/internal/signals/" + id).then().statusCode(200).body("symbol", equalTo("SPX"));
    }

    private static String typeOf(SignalMessage signal) {
        return switch (signal) {
            case EntrySignalled entry -> entry.explanation().signalType();
            case ExitSignalled exit -> exit.explanation().signalType();
        };
    }

    private static RequestSpecification asService() {
        return given().auth().preemptive().basic("fluxhero", MarketDataStandIn.SECRET);
    }

    private void send(String symbol, int from, int to) {
        sendBytes(
                symbol,
                IntStream.range(from, to)
                        .mapToObj(i -> Wire.write(Walk.message(symbol, i)))
                        .toArray(byte[][]::new));
    }

    private void sendBytes(String symbol, byte[]... values) {
        topics.<ConsumerRecords<String, byte[]>>source("candles-in").send(Batches.of("candles", symbol, values));
    }

    private static void awaitBars(String symbol, int count) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(Tables.count(
                                "SELECT count(*) FROM outbox WHERE topic = 'indicators' AND key = '" + symbol + "'"))
                        .isEqualTo(count));
    }

    /** Every published bar, word for word, is what one uninterrupted engine would have said. */
    private static void assertSameAsEngine(String symbol, int first, List<IndicatorsUpdated> published) {
        StrategyConfig config = StrategyConfig.defaults();
        DualMode engine = new DualMode(config);
        WordBar words = new WordBar(config.hash());
        List<IndicatorsUpdated> expected = new ArrayList<>();
        int end = first + published.size();
        for (int i = symbol.equals("NEW") || symbol.equals("POISON") ? first : 0; i < end; i++) {
            BarOutcome outcome = engine.onCandle(Walk.BARS.get(i));
            if (i >= first) {
                CandleClosed bar = Walk.message(symbol, i);
                StrategyKey key = new StrategyKey(symbol, Timeframe.D1);
                expected.add(words.evaluation(key, bar, outcome).indicators());
            }
        }
        assertThat(published).isEqualTo(reread(expected));
    }

    private static List<IndicatorsUpdated> reread(List<IndicatorsUpdated> messages) {
        return messages.stream()
                .map(message -> (IndicatorsUpdated) read(Wire.write(message), IndicatorMessage.class))
                .toList();
    }

    private static List<IndicatorsUpdated> indicators(String symbol) throws SQLException {
        return Tables.outbox("indicators", symbol).stream()
                .map(bytes -> (IndicatorsUpdated) read(bytes, IndicatorMessage.class))
                .toList();
    }

    private static List<SignalMessage> signals(String symbol) throws SQLException {
        return Tables.outbox("signals", symbol).stream()
                .map(bytes -> read(bytes, SignalMessage.class))
                .toList();
    }

    private static <T extends Message> T read(byte[] bytes, Class<T> type) {
        try {
            return Wire.read(bytes, type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
