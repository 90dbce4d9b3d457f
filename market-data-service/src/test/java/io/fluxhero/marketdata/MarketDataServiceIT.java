package io.fluxhero.marketdata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.marketdata.domain.CandleFeed;
import io.fluxhero.marketdata.domain.Series;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with a real database, replaying at full speed; what would go to Kafka stays in the outbox table. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedPostgresResource.class,
        initArgs = @ResourceArg(name = "schema", value = "market_data"))
class MarketDataServiceIT {

    @Inject
    OpenFeed openFeed;

    @Inject
    IngestCandles ingestCandles;

    @BeforeEach
    void the_replay_has_ended() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/internal/feed").extract().path("state"), "FINISHED"::equals);
    }

    @Test
    void stores_every_bar_and_publishes_all_but_the_history() throws Exception {
        assertThat(count("SELECT count(*) FROM candles WHERE symbol = 'SPX'")).isEqualTo(5_105);
        List<CandleClosed> published = published("SPX");

        assertThat(published).hasSize(4_605);
        CandleClosed first = published.getFirst();
        assertThat(first.replayIndex()).isEqualTo(500);
        assertThat(first.replayTotal()).isEqualTo(5_105);
        assertThat(first.source()).isEqualTo("replay");
        assertThat(first.meta().correlationId()).isEqualTo(first.meta().messageId());
        assertThat(first.openTime()).isEqualTo("2002-01-02T05:00:00Z");
        assertThat(published).extracting(CandleClosed::openTime).isSorted().doesNotHaveDuplicates();
        assertThat(published.getLast().close()).isEqualByComparingTo("2874.560059");
    }

    @Test
    void answers_with_the_newest_candles_in_ascending_order() {
        get("/internal/candles?symbol=SPX&timeframe=1d&limit=3")
                .body("symbol", equalTo("SPX"))
                .body("timeframe", equalTo("1d"))
                .body("candles", hasSize(3))
                .body("candles.time", equalTo(List.of(1586923200, 1587009600, 1587096000)))
                .body("candles[2].close", equalTo(2874.56f))
                .body("candles[2].volume", equalTo(5_792_140_000L));
    }

    @Test
    void answers_with_the_candles_between_two_dates_both_included() {
        get("/internal/candles?symbol=SPX&from=2001-09-10&to=2001-09-17").body("candles", hasSize(2));
        get("/internal/candles?symbol=SPX&from=2000-01-03T05:00:00Z&to=946965600")
                .body("candles", hasSize(2));
        get("/internal/candles?symbol=SPX").body("candles", hasSize(5_105));
    }

    @Test
    void describes_its_symbols() {
        get("/internal/symbols/SPX")
                .body("name", equalTo("S&P 500 Index"))
                .body("bars", equalTo(5_105))
                .body("first_time", equalTo("2000-01-03T05:00:00Z"))
                .body("last_time", equalTo("2020-04-17T04:00:00Z"))
                .body("live_from", equalTo("2002-01-02T05:00:00Z"))
                .body("data_hash", matchesPattern("[0-9a-f]{64}"));
        get("/internal/symbols").body("symbol", hasItems("SPX"));
    }

    @Test
    void reports_the_feed() {
        get("/internal/feed")
                .body("feed", equalTo("replay"))
                .body("speed", equalTo("max"))
                .body("detail", nullValue())
                .body("symbols[0].symbol", equalTo("SPX"))
                .body("symbols[0].replay_index", equalTo(5_104))
                .body("symbols[0].replay_total", equalTo(5_105))
                .body("last_tick_at", matchesPattern("20.*Z"));
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void knows_the_trading_calendar() {
        get("/internal/calendar?date=2026-11-27")
                .body("session", equalTo("HALF"))
                .body("close", equalTo("2026-11-27T18:00:00Z"))
                .body("next_open", equalTo("2026-11-30T14:30:00Z"));
        get("/internal/calendar?date=2026-11-26")
                .body("session", equalTo("CLOSED"))
                .body("open", nullValue());
    }

    @Test
    void names_the_parameter_that_is_wrong() {
        refused("/internal/candles", 400, "invalid-request", "symbol");
        refused("/internal/candles?symbol=spx", 400, "invalid-request", "symbol");
        refused("/internal/candles?symbol=SPX&timeframe=3d", 400, "invalid-request", "timeframe");
        refused("/internal/candles?symbol=SPX&from=soon", 400, "invalid-request", "from");
        refused("/internal/candles?symbol=SPX&to=2020-13-01", 400, "invalid-request", "to");
        refused("/internal/candles?symbol=SPX&limit=0", 400, "invalid-request", "limit");
        refused("/internal/candles?symbol=SPX&limit=ten", 400, "invalid-request", "limit");
        refused("/internal/candles?symbol=SPX&from=2020-01-02&to=2020-01-01", 400, "invalid-request", "from");
        refused("/internal/candles?symbol=NOPE", 404, "unknown-symbol", "symbol");
        refused("/internal/symbols/NOPE", 404, "unknown-symbol", "symbol");
        refused("/internal/calendar?date=today", 400, "invalid-request", "date");
    }

    @Test
    void lets_only_services_in() {
        given().get("/internal/feed").then().statusCode(401);
        given().auth()
                .preemptive()
                .basic("fluxhero", "wrong")
                .get("/internal/feed")
                .then()
                .statusCode(401);
    }

    @Test
    void quarantines_a_flawed_bar_and_publishes_the_ones_around_it() throws Exception {
        Candle good = new Candle(1_000_000_000L, 10, 11, 9, 10, 5);
        Candle upsideDown = new Candle(1_000_060_000L, 10, 9, 11, 10, 5);
        Candle repeated = new Candle(1_000_000_000L, 10, 11, 9, 10, 5);
        Candle next = new Candle(1_000_120_000L, 10, 11, 9, 10, 5);
        CandleFeed feed = new FixedFeed("FLAWED", good, upsideDown, repeated, next);
        openFeed.open(feed);

        Ingested ingested = ingestCandles.ingest(feed, feed.read(0, 10));

        assertThat(ingested).isEqualTo(new Ingested(2, 2, 2));
        assertThat(published("FLAWED")).extracting(CandleClosed::replayIndex).containsExactly(0, 3);
        assertThat(count("SELECT count(*) FROM quarantined_bars WHERE symbol = 'FLAWED'"
                        + " AND flaw IN ('HIGH_BELOW_LOW', 'DUPLICATE_TIME')"))
                .isEqualTo(2);
        get("/internal/feed").body("quarantined_bars", greaterThanOrEqualTo(2));
    }

    @Test
    void resumes_where_the_database_says_and_refuses_another_source() {
        FixedFeed feed =
                new FixedFeed("RESUMED", new Candle(1_000_000L, 1, 1, 1, 1, 1), new Candle(2_000_000L, 2, 2, 2, 2, 2));
        openFeed.open(feed);
        ingestCandles.ingest(feed, feed.read(0, 1));

        assertThat(openFeed.open(feed)).extracting(Series::nextIndex).containsExactly(1);
        assertThatThrownBy(() -> ingestCandles.ingest(feed, feed.read(0, 1))).hasMessageContaining("already taken in");
        assertThatThrownBy(() -> openFeed.open(new FixedFeed("RESUMED", feed.candles(), "another")))
                .hasMessageContaining("start with an empty database");
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .preemptive()
                .basic("fluxhero", "test")
                .get(path)
                .then()
                .statusCode(200);
    }

    private static void refused(String path, int status, String code, String field) {
        given().auth()
                .preemptive()
                .basic("fluxhero", "test")
                .get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:fluxhero:problem:" + code))
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("field", equalTo(field))
                .body("correlationId", containsString("-"));
    }

    private static List<CandleClosed> published(String symbol) throws SQLException, IOException {
        List<CandleClosed> messages = new ArrayList<>();
        try (Connection connection = EmbeddedPostgresResource.connect("market_data");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT value FROM outbox WHERE topic = 'candles' AND key = '" + symbol + "' ORDER BY id")) {
            while (row.next()) {
                messages.add((CandleClosed) Wire.read(row.getBytes(1), CandleMessage.class));
            }
        }
        return messages;
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = EmbeddedPostgresResource.connect("market_data");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
