package io.fluxhero.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Given;
import io.fluxhero.engine.risk.TradingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Accounts as the vectors describe them. */
final class RiskAccounts {

    private RiskAccounts() {}

    static AccountState account(Vector vector) {
        JsonNode given = vector.inputs();
        List<AccountState.Position> positions = positions(given);
        Map<String, Long> marks = marks(given);
        long invested = positions.stream()
                .mapToLong(held -> held.valueMicros(marks.get(held.symbol())))
                .sum();
        long balance = Micros.of(vector.number("balance"));
        Map<String, AccountState.Closes> closes = new TreeMap<>();
        given.path("prices").properties().forEach(row -> closes.put(row.getKey(), closes(row.getValue())));
        if (given.has("new_prices")) {
            closes.put("NEW", closes(given.get("new_prices")));
        }
        return state(balance - invested, balance, positions, marks, closes);
    }

    private static AccountState.Closes closes(JsonNode prices) {
        List<Long> known = new ArrayList<>();
        prices.forEach(price -> known.add(Micros.of(price.asDouble())));
        return new AccountState.Closes(LongStream.range(0, known.size()).boxed().toList(), known);
    }

    static List<AccountState.Position> positions(JsonNode given) {
        List<AccountState.Position> positions = new ArrayList<>();
        given.path("positions").forEach(held -> positions.add(position(held)));
        return positions;
    }

    static Map<String, Long> marks(JsonNode given) {
        Map<String, Long> marks = new TreeMap<>();
        given.path("positions")
                .forEach(held -> marks.put(
                        held.get("symbol").asText(),
                        Micros.of(held.get("current").asDouble())));
        return marks;
    }

    static AccountState.Position position(JsonNode given) {
        long shares = given.get("shares").asLong();
        String symbol = given.path("symbol").asText("SPY");
        return Given.aPosition(
                symbol,
                shares < 0 ? Side.SHORT : Side.LONG,
                Math.abs(shares),
                given.get("entry").asDouble(),
                given.path("stop").asDouble(),
                Double.NaN);
    }

    private static AccountState state(
            long cash,
            long equity,
            List<AccountState.Position> positions,
            Map<String, Long> marks,
            Map<String, AccountState.Closes> closes) {
        AccountState empty = AccountState.starting(equity);
        return new AccountState(
                cash,
                equity,
                equity,
                0,
                equity,
                empty.sessionDay(),
                equity,
                equity,
                0,
                TradingStatus.ACTIVE,
                null,
                null,
                positions,
                List.of(),
                marks,
                closes,
                false,
                empty.modeWeights(),
                Map.of());
    }

    /** What is deployed, as one position, with the loss of the session since its open. */
    static AccountState deployed(JsonNode given, double sessionStart) {
        double deployed = given.get("deployed").asDouble();
        double lost = given.get("daily_pnl").asDouble();
        long equity = Micros.of(given.get("balance").asDouble() + Math.min(0, lost));
        long opened = Micros.of(given.get("balance").asDouble());
        AccountState.Position held = Given.aPosition("OLD", Side.LONG, 1, deployed, 0, Double.NaN);
        AccountState state = state(
                equity - Micros.of(deployed),
                equity,
                deployed == 0 ? List.of() : List.of(held),
                Map.of("OLD", Micros.of(deployed)),
                Map.of());
        return new AccountState(
                state.cashMicros(),
                equity,
                equity,
                0,
                opened,
                1,
                Micros.of(sessionStart),
                equity,
                0,
                TradingStatus.ACTIVE,
                null,
                null,
                state.positions(),
                List.of(),
                state.marksMicros(),
                Map.of(),
                false,
                state.modeWeights(),
                Map.of());
    }
}
