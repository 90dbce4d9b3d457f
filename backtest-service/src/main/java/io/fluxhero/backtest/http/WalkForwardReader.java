package io.fluxhero.backtest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.WalkForwardRequest;
import io.fluxhero.engine.validation.Objective;
import io.fluxhero.engine.validation.ParameterGrid;
import io.fluxhero.engine.validation.StitchedEquity;
import io.fluxhero.engine.validation.WalkForwardPlan;
import io.fluxhero.engine.validation.WindowPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a walk-forward needs beyond a run. */
@ApplicationScoped
class WalkForwardReader {

    private static final int MOST_BARS = 100_000;
    private static final int MOST_CANDIDATES = 500;

    private final RequestReader runs;

    WalkForwardReader(RequestReader runs) {
        this.runs = runs;
    }

    WalkForwardRequest read(@Nullable JsonNode body) {
        var run = runs.read(body);
        if (body == null) {
            throw Refusal.of(Refusal.Kind.INVALID_REQUEST, null, "a JSON object is expected");
        }
        WindowPlan windows = WindowPlan.rolling(
                RequestReader.whole(body, "train_bars", 63, 1, MOST_BARS),
                RequestReader.whole(body, "test_bars", 21, 1, MOST_BARS));
        WalkForwardPlan plan = new WalkForwardPlan(
                RequestReader.flag(body, "anchored") ? windows.anchored() : windows,
                Long.MIN_VALUE,
                WalkForwardPlan.FEWEST_WARM_UP_BARS,
                objective(body),
                RequestReader.whole(body, "min_trades", 1, 0, MOST_BARS),
                RequestReader.ratio(body, "pass_threshold", StitchedEquity.PASS_THRESHOLD, 1));
        return new WalkForwardRequest(run, plan, grid(body));
    }

    private static Objective objective(JsonNode body) {
        String name = RequestReader.text(body, "objective");
        try {
            return name == null ? Objective.SHARPE : Objective.parse(name);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("objective", String.valueOf(e.getMessage()));
        }
    }

    private static SortedMap<String, List<String>> grid(JsonNode body) {
        SortedMap<String, List<String>> grid = new TreeMap<>();
        JsonNode given = body.path("grid");
        if (RequestReader.absent(given)) {
            return grid;
        }
        if (!given.isObject()) {
            throw Refusal.invalid("grid", "grid must be an object: the values to try by parameter");
        }
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            grid.put(entry.getKey(), values(entry.getKey(), entry.getValue()));
        }
        checkSize(grid);
        return grid;
    }

    private static List<String> values(String key, JsonNode given) {
        List<String> values = new ArrayList<>();
        for (JsonNode value : given) {
            values.add(value.asText());
        }
        if (!given.isArray() || values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
            throw Refusal.invalid("grid", "grid." + key + " must be a list of values");
        }
        return values;
    }

    private static void checkSize(SortedMap<String, List<String>> grid) {
        long size = 1;
        for (List<String> values : grid.values()) {
            size = Math.min(size * values.size(), ParameterGrid.MOST_CANDIDATES);
        }
        if (size > MOST_CANDIDATES) {
            throw Refusal.invalid("grid", "grid must have at most " + MOST_CANDIDATES + " combinations");
        }
    }
}
