package io.fluxhero.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.alert.RiskAlert;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.portfolio.PortfolioMessage;
import io.fluxhero.contracts.signal.SignalMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twenty years of daily bars through every process, with noise on every topic from the start. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PaperParityIT {

    private static final int NOISE_BYTES = 10_000;
    private static final Map<String, Class<? extends Message>> TYPES = Map.of(
            Topics.CANDLES, CandleMessage.class,
            Topics.INDICATORS, IndicatorMessage.class,
            Topics.SIGNALS, SignalMessage.class,
            Topics.ORDERS, OrderMessage.class,
            Topics.FILLS, FillMessage.class,
            Topics.RISK_ALERTS, RiskAlert.class,
            Topics.PORTFOLIO, PortfolioMessage.class);

    private static final RunningStack STACK = new RunningStack("parity");
    private static final byte[] NOISE = noise();

    private static Api api;

    @BeforeAll
    static void runs_all_bars() {
        STACK.up("--fresh", "--speed", "max");
        TYPES.keySet().forEach(topic -> STACK.topic(topic).write("SPX", NOISE));
        api = STACK.api();
        new Progress(STACK).awaitTheEnd();
    }

    @AfterAll
    static void stops() {
        STACK.down();
    }

    @Test
    @Order(1)
    void trades_on_paper_what_the_backtest_trades() {
        List<RoundTrip> paper = api.closedTrades();
        List<RoundTrip> backtest = api.backtestTrades();

        assertThat(paper).hasSizeGreaterThan(10).isEqualTo(backtest);
    }

    @Test
    @Order(2)
    void explains_every_trade() {
        JsonNode trades = api.get("/api/trades?status=CLOSED&page_size=100").path("trades");

        assertThat(trades).isNotEmpty().allSatisfy(trade -> {
            assertThat(trade.path("signal_reason").asText()).isNotBlank();
            assertThat(trade.path("signal_explanation").isObject()).isTrue();
            assertThat(trade.path("exit_reason").asText()).isNotBlank();
        });
    }

    @Test
    @Order(2)
    void tells_the_end_of_every_signal() {
        JsonNode signals = api.get("/api/signals?limit=20").path("signals");

        assertThat(signals).hasSize(20).allSatisfy(signal -> {
            JsonNode story = api.get("/api/signals/" + signal.path("id").asText());
            assertThat(story.path("outcome").asText()).isIn("IGNORED", "DENIED", "FILLED", "CANCELLED");
            assertThat(story.path("decisions")).isNotEmpty();
            boolean filled = story.path("outcome").asText().equals("FILLED");
            assertThat(story.path("fills").isEmpty()).isEqualTo(!filled);
            assertThat(story.path("trade").path("id").asText().startsWith("trd-"))
                    .isEqualTo(filled);
        });
    }

    @Test
    @Order(3)
    void carries_valid_messages_on_every_topic() throws IOException {
        for (Map.Entry<String, Class<? extends Message>> topic : TYPES.entrySet()) {
            List<ConsumerRecord<String, byte[]>> messages = STACK.topic(topic.getKey()).newest().stream()
                    .filter(message -> !Arrays.equals(message.value(), NOISE))
                    .toList();
            if (!topic.getKey().equals(Topics.RISK_ALERTS)) {
                assertThat(messages).as(topic.getKey()).isNotEmpty();
            }
            for (ConsumerRecord<String, byte[]> message : messages) {
                Message read = Wire.read(message.value(), topic.getValue());
                assertThat(message.key()).isEqualTo(read.key());
                assertThat(read.meta().messageId()).isNotBlank();
                assertThat(read.meta().correlationId()).isNotBlank();
            }
        }
    }

    @Test
    @Order(4)
    void sets_unreadable_messages_aside() {
        // portfolio and risk-alerts are views: only the gateway reads them, and it keeps nothing.
        for (String topic : List.of(Topics.CANDLES, Topics.INDICATORS, Topics.SIGNALS, Topics.ORDERS, Topics.FILLS)) {
            await().atMost(Patience.of(Duration.ofSeconds(10)))
                    .untilAsserted(() -> assertThat(
                                    STACK.topic(Topics.deadLettersOf(topic)).read())
                            .as(topic)
                            .isNotEmpty()
                            .allSatisfy(letter -> assertThat(letter.value()).isEqualTo(NOISE)));
        }
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "symbol          | {'symbol':'NOPE','start_date':'2000-01-03','end_date':'2020-04-17'}",
                "end_date        | {'symbol':'SPX','start_date':'2020-04-17','end_date':'2000-01-03'}",
                "initial_capital | {'symbol':'SPX','start_date':'2000-01-03','end_date':'2020-04-17','initial_capital':-1}",
                "initial_capital | {'symbol':'SPX','start_date':'2000-01-03','end_date':'2020-04-17','initial_capital':'many'}",
                "start_date      | {'symbol':'SPX','start_date':'yesterday','end_date':'2020-04-17'}"
            })
    void refuses_bad_input_and_names_the_field(String field, String body) {
        Api.Reply reply = api.post("/api/backtest", body.replace('\'', '"'));

        assertThat(reply.status()).as("%s", reply.body()).isBetween(400, 499);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        if (field.equals("end_date")) {
            assertThat(reply.body().path("field").asText()).isIn("start_date", "end_date");
        } else {
            assertThat(reply.body().path("field").asText()).isEqualTo(field);
        }
    }

    @Test
    @Order(6)
    void decides_the_same_again_with_what_people_did() {
        assertThat(api.post("/api/emergency/close_all_positions", "{\"reason\":\"drill\",\"flatten\":true}")
                        .status())
                .isEqualTo(200);
        // Both are refused until everything is closed and confirmed.
        await().atMost(Patience.of(Duration.ofSeconds(30))).untilAsserted(PaperParityIT::resetsTheAccount);
        await().atMost(Patience.of(Duration.ofSeconds(30))).untilAsserted(PaperParityIT::countsFromTheReset);
        await().atMost(Patience.of(Duration.ofSeconds(30))).untilAsserted(PaperParityIT::resumesTrading);

        RunningStack.Answer audit = STACK.run("audit");
        assertThat(audit.exit()).as(audit.said()).isZero();
        RunningStack.Answer identical = STACK.run("verify", "parity");

        assertThat(identical.exit()).as(identical.said()).isZero();
        assertThat(identical.said()).contains("identical").doesNotContain(" 0 orders", " 0 signals");
    }

    private static void resetsTheAccount() {
        Api.Reply reply = api.post("/api/paper/reset", "{\"reason\":\"a new season\",\"initial_capital\":250000}");

        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
    }

    private static void countsFromTheReset() {
        JsonNode account = api.get("/api/account");

        assertThat(account.path("cash").decimalValue()).isEqualByComparingTo("250000");
        assertThat(account.path("initial_capital").decimalValue()).isEqualByComparingTo("250000");
        assertThat(account.path("total_pnl").decimalValue()).isEqualByComparingTo("0");
        assertThat(account.path("drawdown_pct").decimalValue()).isEqualByComparingTo("0");
        assertThat(account.path("trading_status").asText())
                .as("a reset lifts no halt")
                .isEqualTo("DISABLED");
        assertThat(api.get("/api/equity").path("equity")).as("what was stays").hasSizeGreaterThan(100);
    }

    private static void resumesTrading() {
        Api.Reply reply = api.post("/api/emergency/reset_kill_switch", "{\"reason\":\"drill over\",\"confirm\":true}");

        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @Order(6)
    @CsvSource({
        "strategy.trend.entry-band-atr=0.51, verdict in SPX",
        "risk.max-position-ratio=0.19, OrderApproved",
        "risk.risk-per-trade-trend=0.0099, OrderApproved"
    })
    void notices_a_rule_that_was_changed_by_one_step(String planted, String where) {
        RunningStack.Answer different = STACK.run("verify", "parity", "--plant", planted);

        assertThat(different.exit()).as(different.said()).isEqualTo(1);
        assertThat(different.said()).contains("different: ", where, "recorded ", "decided again ", "@");
    }

    @Test
    @Order(6)
    void cannot_decide_again_by_other_settings() {
        RunningStack.Answer other = STACK.run("verify", "parity", "--set", "strategy.trend.entry-band-atr=0.51");

        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.said()).contains("was decided with strategy configuration");
    }

    @Test
    @Order(6)
    void says_so_and_changes_nothing_when_started_twice() {
        List<ProcessHandle> before = STACK.processes();

        assertThat(STACK.run("up").said()).contains("already running");
        assertThat(STACK.processes()).isEqualTo(before);
    }

    @Test
    @Order(7)
    void leaves_nothing_when_stopped_and_goes_on_when_started_again() {
        List<RoundTrip> trades = api.closedTrades();
        List<ProcessHandle> processes = STACK.processes();
        List<Integer> ports = STACK.ports();

        STACK.down();

        assertThat(processes).hasSize(9).noneMatch(ProcessHandle::isAlive);
        assertThat(ports).hasSize(9).allMatch(PaperParityIT::isFree);

        STACK.up("--speed", "max");
        assertThat(STACK.api().closedTrades()).isEqualTo(trades);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    private static byte[] noise() {
        byte[] bytes = new byte[NOISE_BYTES];
        new Random(20_000_103).nextBytes(bytes);
        return bytes;
    }
}
