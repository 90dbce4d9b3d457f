package io.fluxhero.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.VectorsTest.Answer;
import io.fluxhero.engine.backtest.FillTimes;
import io.fluxhero.engine.backtest.OrderReplay;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.simulation.PositionLegs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the vectors of fills and of the backtest loop are put to our classes. */
final class SimulationAnswers {

    static final Map<String, Answer> ALL = Map.of(
            "next_bar_fill", SimulationAnswers::nextBarFill,
            "stop_and_target", SimulationAnswers::stopAndTarget,
            "no_lookahead", SimulationAnswers::noLookAhead,
            "engine", SimulationAnswers::engine);

    private SimulationAnswers() {}

    private static Object nextBarFill(Vector vector) {
        double[] opens = vector.numbers("opens");
        CandleSeries series = new CandleSeries(opens.length);
        for (int i = 0; i < opens.length; i++) {
            series.add(i, opens[i], opens[i], opens[i], opens[i], 1_000_000);
        }
        int given = vector.inputs().get("signal_bar").asInt()
                + vector.inputs().path("delay").asInt(1)
                - 1;
        OrderReplay.Order order = new OrderReplay.Order(given, true, 1, OrderTerms.MARKET, 0, 0);
        OrderReplay.Rules free = new OrderReplay.Rules(CostModel.none(), false, false);
        OrderReplay.Result result = OrderReplay.run(series, List.of(order), free, Micros.of(1_000_000_000.0));
        Map<String, Object> answer = new TreeMap<>();
        OrderReplay.Open filled = result.open().isEmpty() ? null : result.open().getFirst();
        answer.put("price", filled == null ? null : Micros.toDouble(filled.entryPriceMicros()));
        answer.put("bar", filled == null ? -1.0 : (double) filled.entryBar());
        return answer;
    }

    private static Object stopAndTarget(Vector vector) {
        Side side = vector.inputs().get("long").asBoolean() ? Side.LONG : Side.SHORT;
        PositionLegs legs = new PositionLegs(
                side, Micros.of(price(vector.inputs(), "stop")), Micros.of(price(vector.inputs(), "target")));
        PositionLegs.Touch touch = legs.touchedBy(
                vector.number("open"), vector.number("high"), vector.number("low"), vector.number("close"));
        return List.of(
                touch.leg() != PositionLegs.Leg.NONE,
                Micros.toDouble(touch.priceMicros()),
                touch.leg().name().toLowerCase(java.util.Locale.ROOT));
    }

    /** A price, 0 where there is none. */
    private static double price(JsonNode inputs, String name) {
        return inputs.path(name).asDouble(0);
    }

    private static Object noLookAhead(Vector vector) {
        return FillTimes.areAfterTheirSignals(
                Arrays.stream(vector.numbers("signals"))
                        .mapToLong(x -> (long) x)
                        .toArray(),
                Arrays.stream(vector.numbers("fills")).mapToLong(x -> (long) x).toArray());
    }

    private static Object engine(Vector vector) {
        JsonNode inputs = vector.inputs();
        CandleSeries series = new CandleSeries();
        for (JsonNode row : inputs.get("bars")) {
            double[] bar = Vectors.array(row);
            series.add(series.size(), bar[0], bar[1], bar[2], bar[3], (long) bar[4]);
        }
        List<OrderReplay.Order> orders = new ArrayList<>();
        inputs.get("orders").forEach(order -> orders.add(order(order, inputs)));
        CostModel usual = CostModel.defaults();
        CostModel costs = new CostModel(
                inputs.path("commission_per_share").asDouble(usual.commissionPerShare()),
                inputs.path("slippage_pct").asDouble(usual.slippageRatio()),
                inputs.path("impact_threshold").asDouble(usual.impactThreshold()),
                inputs.path("impact_penalty_pct").asDouble(usual.impactRatio()));
        OrderReplay.Rules rules = new OrderReplay.Rules(
                costs,
                inputs.path("allow_short").asBoolean(),
                inputs.path("pyramiding").asBoolean());
        return answer(OrderReplay.run(series, orders, rules, Micros.of(vector.number("initial_capital"))));
    }

    private static OrderReplay.Order order(JsonNode order, JsonNode inputs) {
        return new OrderReplay.Order(
                order.get("bar").asInt(),
                order.get("side").asText().equals("BUY"),
                order.get("shares").asLong(),
                terms(order),
                Micros.of(order.has("stop") && !isStopOrder(order) ? price(order, "stop") : price(inputs, "stop")),
                Micros.of(order.has("target") ? price(order, "target") : price(inputs, "target")));
    }

    private static boolean isStopOrder(JsonNode order) {
        return order.path("type").asText("MARKET").startsWith("STOP");
    }

    private static OrderTerms terms(JsonNode order) {
        OrderTerms terms = switch (order.path("type").asText("MARKET")) {
            case "LIMIT" -> OrderTerms.limit(Micros.of(price(order, "limit")));
            case "STOP" -> OrderTerms.stop(Micros.of(price(order, "stop")));
            case "STOP_LIMIT" ->
                OrderTerms.stopLimit(Micros.of(price(order, "stop")), Micros.of(price(order, "limit")));
            default -> OrderTerms.MARKET;
        };
        return order.path("time_in_force").asText("GTC").equals("DAY") ? terms.forTheDay() : terms;
    }

    private static Object answer(OrderReplay.Result result) {
        Map<String, Object> answer = new TreeMap<>();
        answer.put(
                "trades", result.trades().stream().map(SimulationAnswers::trade).toList());
        answer.put(
                "equity_curve",
                Arrays.stream(result.equityMicros())
                        .mapToDouble(Micros::toDouble)
                        .toArray());
        answer.put("cash", Micros.toDouble(result.cashMicros()));
        answer.put("final_equity", Micros.toDouble(result.equityMicros()[result.equityMicros().length - 1]));
        answer.put("cancelled_orders", (double) result.cancelledOrders());
        answer.put("open_position", open(result.open()));
        return answer;
    }

    private static Object trade(OrderReplay.Trade trade) {
        Map<String, Object> answer = new TreeMap<>();
        answer.put("shares", (double) trade.shares());
        answer.put("entry_bar", (double) trade.entryBar());
        answer.put("entry_price", Micros.toDouble(trade.entryPriceMicros()));
        answer.put("exit_bar", (double) trade.exitBar());
        answer.put("exit_price", Micros.toDouble(trade.exitPriceMicros()));
        answer.put("pnl", Micros.toDouble(trade.pnlMicros()));
        answer.put("pnl_pct", trade.pnlPercent());
        answer.put("commission", Micros.toDouble(trade.commissionMicros()));
        answer.put("holding_bars", (double) trade.exitBar() - trade.entryBar());
        answer.put("reason", trade.reason().name());
        return answer;
    }

    private static @Nullable Object open(List<OrderReplay.Open> open) {
        return open.isEmpty()
                ? null
                : Map.of(
                        "shares", (double) open.getFirst().shares(),
                        "entry_price", Micros.toDouble(open.getFirst().entryPriceMicros()),
                        "entry_bar", (double) open.getFirst().entryBar());
    }
}
