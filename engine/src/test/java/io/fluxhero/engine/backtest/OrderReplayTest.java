package io.fluxhero.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.simulation.CostModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that someone wrote down, beside what the vectors say of them. */
class OrderReplayTest {

    private static CandleSeries opensAt(double... opens) {
        CandleSeries series = new CandleSeries();
        for (int i = 0; i < opens.length; i++) {
            series.add(Markets.day(i), opens[i], opens[i], opens[i], opens[i], 1_000);
        }
        return series;
    }

    private static OrderReplay.Order order(int bar, boolean buys, long shares) {
        return new OrderReplay.Order(bar, buys, shares, OrderTerms.MARKET, 0, 0);
    }

    private static OrderReplay.Result replay(CandleSeries series, CostModel costs, List<OrderReplay.Order> orders) {
        return OrderReplay.run(series, orders, new OrderReplay.Rules(costs, false, false), Micros.of(100_000));
    }

    @ParameterizedTest
    @CsvSource({"true, 0, -10", "false, 1, 0"})
    void a_sale_without_shares_is_a_short_or_nothing(boolean allowShort, int cancelled, long held) {
        OrderReplay.Result result = OrderReplay.run(
                opensAt(100, 100, 100),
                List.of(order(0, false, 10)),
                new OrderReplay.Rules(CostModel.none(), allowShort, false),
                Micros.of(100_000));

        assertThat(result.cancelledOrders()).isEqualTo(cancelled);
        assertThat(result.open().stream()
                        .mapToLong(open -> open.side().sign() * open.shares())
                        .sum())
                .isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"true, 0, 30, 103.333333", "false, 1, 10, 100"})
    void a_second_purchase_enlarges_the_position_or_is_cancelled(
            boolean pyramiding, int cancelled, long held, double price) {
        OrderReplay.Result result = OrderReplay.run(
                opensAt(100, 100, 105, 105),
                List.of(order(0, true, 10), order(1, true, 20)),
                new OrderReplay.Rules(CostModel.none(), false, pyramiding),
                Micros.of(100_000));

        assertThat(result.cancelledOrders()).isEqualTo(cancelled);
        assertThat(result.open())
                .extracting(OrderReplay.Open::shares, OrderReplay.Open::entryPriceMicros, OrderReplay.Open::entryBar)
                .containsExactly(tuple(held, Micros.of(price), 1));
    }

    @Test
    void what_a_stop_left_nothing_of_counts_as_no_cancelled_order() {
        OrderReplay.Order bought = new OrderReplay.Order(0, true, 10, OrderTerms.MARKET, Micros.of(95), 0);
        OrderReplay.Order waits = new OrderReplay.Order(1, false, 10, OrderTerms.limit(Micros.of(120)), 0, 0);

        OrderReplay.Result result = replay(opensAt(100, 100, 94, 94), CostModel.none(), List.of(bought, waits));

        assertThat(result.trades()).hasSize(1);
        assertThat(result.cancelledOrders()).isZero();
    }

    @Test
    void each_trade_makes_its_own_profit() {
        OrderReplay.Result result = replay(
                opensAt(100, 100, 107, 107, 90, 90),
                new CostModel(0.01, 0, 1, 0),
                List.of(order(0, true, 10), order(1, false, 10), order(2, true, 20), order(3, false, 20)));

        assertThat(result.trades())
                .extracting(OrderReplay.Trade::pnlMicros, OrderReplay.Trade::commissionMicros)
                .containsExactly(
                        tuple(Micros.of(70 - 0.2), Micros.of(0.2)), tuple(Micros.of(-340 - 0.4), Micros.of(0.4)));
    }

    @ParameterizedTest
    @CsvSource({"100, 100.01", "101, 100.06"})
    void an_order_above_a_tenth_of_the_volume_so_far_pays_impact(long shares, double price) {
        OrderReplay.Result result =
                replay(opensAt(100, 100, 100), CostModel.defaults(), List.of(order(1, true, shares)));

        assertThat(result.open()).extracting(OrderReplay.Open::entryPriceMicros).containsExactly(Micros.of(price));
    }
}
