package io.fluxhero.engine.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleRules;
import io.fluxhero.engine.market.CandleRules.Flaw;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.simulation.QuotedOrder.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How the vectors of the paper account and of bars are put to our classes. */
public final class PaperAnswers {

    /** By the name of the function. */
    public static final Map<String, Function<Vector, Object>> ALL = Map.of(
            "paper_fill", PaperAnswers::paperFill,
            "paper_broker", PaperAnswers::paperBroker,
            "bar_integrity", PaperAnswers::barIntegrity);

    private PaperAnswers() {}

    private static Object paperFill(Vector vector) {
        QuoteSlippage slippage = new QuoteSlippage(vector.number("bps"));
        boolean buys = isBuy(vector.inputs());
        long price = Micros.of(vector.number("price"));
        long shares = vector.inputs().get("qty").asLong();
        return Map.of(
                "price", Micros.toDouble(slippage.priceMicros(price, buys)),
                "slippage_total", Micros.toDouble(slippage.costMicros(price, shares, buys)));
    }

    private static Object paperBroker(Vector vector) {
        QuotedBroker broker = new QuotedBroker(Micros.of(vector.number("cash")), new QuoteSlippage(0));
        List<String> orders = new ArrayList<>();
        for (JsonNode event : vector.inputs().get("events")) {
            switch (event.get("do").asText()) {
                case "price" ->
                    broker.onPrice(
                            event.get("symbol").asText(),
                            Micros.of(event.get("price").asDouble()));
                case "order" -> {
                    orders.add("o" + orders.size());
                    broker.submit(order(orders.getLast(), event));
                }
                case "cancel" ->
                    broker.cancel(
                            event.has("order") ? orders.get(event.get("order").asInt()) : orders.getLast());
                default -> throw new IllegalArgumentException("what is " + event + "?");
            }
        }
        return answer(broker);
    }

    private static QuotedOrder order(String id, JsonNode event) {
        JsonNode limit = event.path("limit");
        JsonNode stop = event.path("stop");
        OrderTerms terms = switch (event.get("type").asText()) {
            case "LIMIT" -> OrderTerms.limit(Micros.of(limit.asDouble()));
            case "STOP" -> OrderTerms.stop(Micros.of(stop.asDouble()));
            case "STOP_LIMIT" -> OrderTerms.stopLimit(Micros.of(stop.asDouble()), Micros.of(limit.asDouble()));
            default -> OrderTerms.MARKET;
        };
        return new QuotedOrder(
                id, event.get("symbol").asText(), isBuy(event), event.get("qty").asLong(), terms);
    }

    private static boolean isBuy(JsonNode node) {
        return node.get("side").asText().equals("BUY");
    }

    private static Object answer(QuotedBroker broker) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("cash", Micros.toDouble(broker.cashMicros()));
        List<Object> orders = new ArrayList<>();
        for (QuotedOrder order : broker.orders()) {
            Object price = order.state() == State.FILLED ? Micros.toDouble(order.priceMicros()) : Double.NaN;
            orders.add(List.of(order.state().name(), price));
        }
        answer.put("orders", orders);
        Map<String, Object> positions = new TreeMap<>();
        broker.holdings()
                .forEach((symbol, held) -> positions.put(
                        symbol, Map.of("qty", (double) held.shares(), "entry", Micros.toDouble(held.averageMicros()))));
        answer.put("positions", positions);
        answer.put("equity", Micros.toDouble(broker.equityMicros()));
        return answer;
    }

    private static Object barIntegrity(Vector vector) {
        List<Object> flawed = new ArrayList<>();
        int index = 0;
        for (JsonNode node : vector.inputs().get("bars")) {
            double[] bar = {
                node.get(0).asDouble(),
                node.get(1).asDouble(),
                node.get(2).asDouble(),
                node.get(3).asDouble()
            };
            Candle candle = new Candle(
                    index,
                    bar[0],
                    bar[1],
                    bar[2],
                    bar[3],
                    node.has(4) ? node.get(4).asLong() : 1);
            List<Object> names = CandleRules.flawsOf(candle).stream()
                    .map(PaperAnswers::name)
                    .distinct()
                    .toList();
            if (!names.isEmpty()) {
                flawed.add(Arrays.asList((double) index, names));
            }
            index++;
        }
        return flawed;
    }

    private static Object name(Flaw flaw) {
        return switch (flaw) {
            case HIGH_BELOW_LOW -> "HIGH_LT_LOW";
            case ABOVE_HIGH -> "HIGH_LT_OPEN_OR_CLOSE";
            case BELOW_LOW -> "LOW_GT_OPEN_OR_CLOSE";
            default -> flaw.name();
        };
    }
}
