package io.fluxhero.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three made-up markets that compete for one account, through every process and in one loop. */
class SharedCashParityIT {

    private static final int BARS = 1_600;
    private static final RunningStack STACK =
            new RunningStack("shared-cash", Map.of("FLUXHERO_MARKET_DATA_SYNTHETIC_BARS", String.valueOf(BARS)));

    @BeforeAll
    static void starts() {
        STACK.up("--fresh", "--feed", "synthetic", "--symbols", "ALPHA,BETA,GAMMA", "--speed", "max");
    }

    @AfterAll
    static void stops() {
        STACK.down();
    }

    @Test
    void trades_on_paper_what_the_backtest_trades_over_one_cash_pool() {
        new Progress(STACK).awaitTheEnd();

        Api api = STACK.api();
        JsonNode stored = api.get("/api/symbols").path(0);
        List<RoundTrip> paper = api.closedTrades();
        List<RoundTrip> backtest =
                api.backtestTrades("""
                {"symbols": ["ALPHA", "BETA", "GAMMA"], "start_date": "%s", "end_date": "%s"}""".formatted(day(stored.path("first_time")), day(stored.path("last_time"))));

        assertThat(paper.stream().map(RoundTrip::symbol).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("ALPHA", "BETA", "GAMMA");
        assertThat(paper).hasSizeGreaterThan(10).isEqualTo(backtest);
    }

    private static String day(JsonNode time) {
        return time.asText().substring(0, "2000-01-01".length());
    }
}
