package io.fluxhero.backtest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.backtest.BacktestProperties;
import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.RunRequest;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.StrategyConfig.Modes;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads a request field by field, so that whoever gets one wrong is told which. */
@ApplicationScoped
class RequestReader {

    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._^=-]{0,31}");
    private static final int MOST_SYMBOLS = 50;
    private static final int MOST_TRIALS = 1_000_000;
    private static final BigDecimal MOST_CAPITAL = new BigDecimal("1000000000");

    private final BacktestProperties properties;
    private final Clock clock;

    RequestReader(BacktestProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    RunRequest read(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Refusal.of(Refusal.Kind.INVALID_REQUEST, null, "a JSON object is expected");
        }
        LocalDate start = date(body, "start_date");
        LocalDate end = date(body, "end_date");
        if (!start.isBefore(end)) {
            throw Refusal.invalid("end_date", "end_date must be after start_date");
        }
        if (end.isAfter(LocalDate.now(clock.withZone(EXCHANGE)))) {
            throw Refusal.invalid("end_date", "end_date must not be in the future");
        }
        CostModel costs = CostModel.defaults();
        return new RunRequest(
                symbols(body),
                timeframe(body),
                start,
                end,
                capital(body),
                ratio(body, "commission_per_share", costs.commissionPerShare(), 100),
                ratio(body, "slippage_pct", costs.slippageRatio(), 0.5),
                mode(body),
                flag(body, "allow_short"),
                warmup(body),
                whole(body, "trials", 1, 1, MOST_TRIALS));
    }

    private static List<String> symbols(JsonNode body) {
        JsonNode several = body.path("symbols");
        if (absent(several) || (several.isArray() && several.isEmpty())) {
            return List.of(symbol("symbol", text(body, "symbol")));
        }
        if (!absent(body.path("symbol"))) {
            throw Refusal.invalid("symbols", "give symbol or symbols, not both");
        }
        if (!several.isArray() || several.size() > MOST_SYMBOLS) {
            throw Refusal.invalid("symbols", "symbols must be a list of 1 to " + MOST_SYMBOLS + " symbols");
        }
        return StreamSupport.stream(several.spliterator(), false)
                .map(one -> symbol("symbols", one.isTextual() ? one.textValue() : null))
                .distinct()
                .sorted()
                .toList();
    }

    private static String symbol(String field, @Nullable String symbol) {
        if (symbol == null || !SYMBOL.matcher(symbol).matches()) {
            throw Refusal.invalid(field, "a symbol is required: up to 32 letters, digits and . _ ^ = -");
        }
        return symbol;
    }

    private static LocalDate date(JsonNode body, String field) {
        String text = text(body, field);
        if (text == null) {
            throw Refusal.invalid(field, field + " is required: YYYY-MM-DD");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(field, field + " must be a date YYYY-MM-DD");
        }
    }

    private Timeframe timeframe(JsonNode body) {
        String code = text(body, "timeframe");
        try {
            return Timeframe.parse(code == null ? properties.timeframe() : code);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("timeframe", String.valueOf(e.getMessage()));
        }
    }

    private static Modes mode(JsonNode body) {
        String name = text(body, "strategy_mode");
        return Arrays.stream(Modes.values())
                .filter(mode -> name == null ? mode == Modes.DUAL : mode.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "strategy_mode", "strategy_mode must be one of " + Arrays.toString(Modes.values())));
    }

    private BigDecimal capital(JsonNode body) {
        JsonNode value = body.path("initial_capital");
        if (absent(value)) {
            return properties.initialCapital();
        }
        BigDecimal capital = number(value, "initial_capital");
        if (capital.signum() <= 0 || capital.compareTo(MOST_CAPITAL) > 0) {
            throw Refusal.invalid("initial_capital", "initial_capital must be above 0 and at most " + MOST_CAPITAL);
        }
        if (capital.stripTrailingZeros().scale() > 6) {
            throw Refusal.invalid("initial_capital", "initial_capital has more than six decimals");
        }
        return capital;
    }

    static double ratio(JsonNode body, String field, double otherwise, double most) {
        JsonNode value = body.path(field);
        if (absent(value)) {
            return otherwise;
        }
        double ratio = number(value, field).doubleValue();
        if (ratio < 0 || ratio > most) {
            throw Refusal.invalid(field, field + " must be from 0 to " + most);
        }
        return ratio;
    }

    static boolean flag(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!absent(value) && !value.isBoolean()) {
            throw Refusal.invalid(field, field + " must be true or false");
        }
        return value.asBoolean(false);
    }

    private static @Nullable Integer warmup(JsonNode body) {
        JsonNode value = body.path("warmup_bars");
        if (absent(value)) {
            return null;
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw Refusal.invalid("warmup_bars", "warmup_bars must be a whole number, 0 or more");
        }
        return value.intValue();
    }

    /** A whole number within bounds, or another where it is absent. */
    static int whole(JsonNode body, String field, int otherwise, int least, int most) {
        JsonNode value = body.path(field);
        if (absent(value)) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw Refusal.invalid(field, field + " must be a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    private static BigDecimal number(JsonNode value, String field) {
        if (!value.isNumber()) {
            throw Refusal.invalid(field, field + " must be a number");
        }
        return value.decimalValue();
    }

    static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (absent(value)) {
            return null;
        }
        if (!value.isTextual()) {
            throw Refusal.invalid(field, field + " must be a text");
        }
        return value.textValue();
    }

    static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
