package io.fluxhero.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.market.Adjustments;
import io.fluxhero.engine.market.BarView;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Strategy;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.engine.strategy.Verdict;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Splits and dividends of unadjusted bars. */
class AdjustmentsTest {

    private static long exDay(int index) {
        return Backtest.sessionDay(Markets.day(index));
    }

    /** Buys on its second bar and sells on its eighth. */
    private static final class BuysOnce implements Strategy {

        private final Side side;

        BuysOnce(Side side) {
            this.side = side;
        }

        @Override
        public String name() {
            return "once";
        }

        @Override
        public List<Signal> onBar(BarView bars) {
            double close = bars.close();
            return switch (bars.size()) {
                case 2 ->
                    List.of(Signal.enter(side, close, close - side.sign() * 0.3 * close, "in")
                            .withTrailingStop(20));
                case 8 -> List.of(Signal.exit(side, close, "out"));
                default -> List.of();
            };
        }

        @Override
        public Verdict verdict() {
            return Verdict.warmingUp(0, 1);
        }
    }

    private static CandleSeries flat(double... prices) {
        CandleSeries series = new CandleSeries();
        for (int i = 0; i < prices.length; i++) {
            double price = prices[i];
            series.add(Markets.day(i), price, price + 0.5, price - 0.5, price, 1_000_000);
        }
        return series;
    }

    private static BacktestResult run(CandleSeries series, Adjustments adjustments, Side side, CostModel costs) {
        TreeMap<String, CandleSeries> market = new TreeMap<>();
        market.put("SPY", series);
        BacktestConfig config = new BacktestConfig(
                Timeframe.D1,
                StrategyConfig.defaults(),
                RiskConfig.defaults(),
                costs,
                Micros.of(100_000.0),
                Markets.day(0),
                0.04);
        return Backtest.run(
                config,
                new MarketHistory(market, adjustments),
                BacktestOptions.defaults(),
                symbol -> new BuysOnce(side));
    }

    private static final CandleSeries SPLIT = flat(100, 100, 100, 101, 50, 51, 52, 53, 54, 55);
    private static final Adjustments TWO_FOR_ONE = Adjustments.of(List.of(new CorporateAction("SPY", exDay(4), 2, 0)));

    @Test
    void a_split_is_no_loss_and_stops_nothing_out() {
        BacktestResult split = run(SPLIT, TWO_FOR_ONE, Side.LONG, CostModel.none());

        ClosedTrade trade = split.trades().getFirst();
        assertThat(trade.exitReason()).isEqualTo(ExitReason.SIGNAL);
        assertThat(trade.shares()).isEqualTo(66);
        assertThat(trade.entryPriceMicros()).isEqualTo(Micros.of(50.0));
        assertThat(trade.initialStopMicros()).isEqualTo(Micros.of(35.0));
        assertThat(trade.pnlMicros()).isEqualTo(66 * Micros.of(4.0));
        assertThat(trade.maeMicros()).isEqualTo(66 * Micros.of(0.5));
        assertThat(trade.riskMicros()).isEqualTo(33 * Micros.of(30.0));
        assertThat(split.equity()[4]).isCloseTo(100_000, within(1e-9));
    }

    @Test
    void without_the_table_a_split_looks_like_a_crash() {
        BacktestResult crash = run(SPLIT, Adjustments.none(), Side.LONG, CostModel.none());

        assertThat(crash.trades().getFirst().exitReason()).isEqualTo(ExitReason.STOP);
    }

    @Test
    void a_dividend_is_part_of_what_the_trade_made_and_the_books_add_up() {
        CandleSeries series = flat(100, 100, 100, 100, 98, 98, 98, 98, 98, 98);
        Adjustments paid = Adjustments.of(List.of(new CorporateAction("SPY", exDay(4), 1, 2)));

        for (Side side : Side.values()) {
            BacktestResult result = run(series, paid, side, CostModel.defaults());
            ClosedTrade trade = result.trades().getFirst();

            assertThat(trade.dividendMicros()).isEqualTo(side.sign() * trade.shares() * Micros.of(2.0));
            long gain = side.sign() * trade.shares() * (trade.exitPriceMicros() - trade.entryPriceMicros());
            assertThat(trade.pnlMicros()).isEqualTo(gain + trade.dividendMicros() - trade.commissionMicros());
            assertThat(Micros.of(result.equity()[9])).isEqualTo(Micros.of(100_000.0) + trade.pnlMicros());
            long stop = side == Side.LONG ? 68 : 128;
            assertThat(trade.lastStopMicros()).isEqualTo(Micros.of((double) stop));
        }
    }

    @Test
    void each_part_that_is_sold_takes_its_part_of_the_risk_and_of_the_dividend() {
        CostModel halfABar = new CostModel(0, 0, 1, 0, 0.000033);
        Adjustments both = Adjustments.of(
                List.of(new CorporateAction("SPY", exDay(4), 2, 0), new CorporateAction("SPY", exDay(5), 1, 0.5)));

        BacktestResult result = run(SPLIT, both, Side.LONG, halfABar);

        assertThat(result.trades())
                .as("33 shares for 100, of which a split makes 66 and a bar sells 33")
                .extracting(
                        ClosedTrade::shares,
                        ClosedTrade::riskMicros,
                        ClosedTrade::dividendMicros,
                        ClosedTrade::pnlMicros)
                .containsExactly(
                        tuple(33L, Micros.of(495), Micros.of(16.5), Micros.of(33 * 4 + 16.5)),
                        tuple(33L, Micros.of(495), Micros.of(16.5), Micros.of(33 * 5 + 16.5)));
        assertThat(result.equity()[9]).isCloseTo(100_000 + 33 * 9 + 33, within(1e-9));
    }

    @Test
    void a_fraction_is_paid_out_and_less_than_a_share_closes_the_position() {
        Adjustments fraction = Adjustments.of(List.of(new CorporateAction("SPY", exDay(4), 0.1, 0)));
        CandleSeries tenfold = flat(100, 100, 100, 100, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000);
        BacktestResult some = run(tenfold, fraction, Side.LONG, CostModel.none());
        assertThat(some.trades().getFirst().shares()).isEqualTo(3);
        assertThat(some.equity()[9]).isCloseTo(100_000, within(1e-4));

        Adjustments crumbs = Adjustments.of(List.of(new CorporateAction("SPY", exDay(4), 0.001, 0)));
        BacktestResult none = run(tenfold, crumbs, Side.LONG, CostModel.none());
        assertThat(none.trades().getFirst().exitReason()).isEqualTo(ExitReason.CASH_IN_LIEU);
        assertThat(none.openPositions()).isEmpty();
    }

    @Test
    void a_strategy_sees_no_split_and_speaks_in_prices_of_the_market() {
        CandleSeries late = flat(100, 50, 51, 52, 53, 54, 55, 56, 57, 58);
        Adjustments early = Adjustments.of(List.of(new CorporateAction("SPY", exDay(1), 2, 0)));
        BacktestResult result = run(late, early, Side.LONG, CostModel.none());

        ClosedTrade trade = result.trades().getFirst();
        assertThat(trade.entryPriceMicros()).isEqualTo(Micros.of(51.0));
        assertThat(trade.initialStopMicros()).isEqualTo(Micros.of(35.0));
    }

    @Test
    void reads_what_was_paid_out_of_a_factor_file() {
        List<String> lines =
                List.of("20200101,0.49,0.5,1", "20200103,0.49,0.5,100", "20200107,0.98,1,50", "20501231,1,1,0");

        List<CorporateAction> actions = Adjustments.parseFactors("SPY", lines).of("SPY");

        assertThat(actions).hasSize(2);
        assertThat(actions.getFirst().splitRatio()).isEqualTo(2);
        assertThat(actions.getLast().dividend()).isCloseTo(1, within(1e-12));
        assertThat(actions.getLast().exDay())
                .isEqualTo(java.time.LocalDate.of(2020, 1, 8).toEpochDay());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adjustments.parseFactors("SPY", List.of("2020-01-01,a,b")))
                .withMessageContaining("2020-01-01,a,b");
    }

    @Test
    void buying_and_holding_unadjusted_bars_makes_what_adjusted_ones_say() {
        CandleSeries series = flat(100, 101, 49, 50, 51);
        Adjustments both = Adjustments.of(
                List.of(new CorporateAction("SPY", exDay(2), 2, 0.5), new CorporateAction("SPY", exDay(4), 1, 1)));

        double[] growth = BuyAndHold.growth(series, "SPY", both);

        double factor = 2 * (50.5 / 50) * (50.0 / 49);
        assertThat(growth[0]).isEqualTo(1);
        assertThat(growth[1]).isCloseTo(1.01, within(1e-12));
        assertThat(growth[4]).isCloseTo(51 * factor / 100, within(1e-12));
        assertThat(BuyAndHold.growth(series, 3, "SPY", both)[1]).isCloseTo(51 / 50.0 * (50.0 / 49), within(1e-12));
        assertThat(BuyAndHold.growth(series, 5, "SPY", both)).isEmpty();
    }

    @Test
    void who_buys_at_the_close_of_the_day_of_a_split_has_bought_after_it() {
        CandleSeries series = flat(100, 50, 51);
        Adjustments split = Adjustments.of(List.of(new CorporateAction("SPY", exDay(1), 2, 0)));

        assertThat(BuyAndHold.growth(series, 1, "SPY", split)).containsExactly(1, 51.0 / 50);
        assertThat(BuyAndHold.growth(series, 2, "SPY", split)).containsExactly(1);
    }
}
