package io.fluxhero.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mode that loses is trusted with less risk per trade (domain specification d.7). */
class ModeTrustTest {

    private static final long JUNE = LocalDate.of(2024, 6, 3).toEpochDay();
    private static final long JULY = LocalDate.of(2024, 7, 1).toEpochDay();

    private static RiskConfig config(boolean weighs) {
        return new RiskConfig(
                0.01,
                0.0075,
                0.7,
                0.2,
                0.5,
                5,
                0.15,
                0.13,
                0.2,
                0.5,
                2.5,
                2.0,
                0.03,
                0.5,
                CorrelationRules.defaults(),
                weighs);
    }

    /** An account whose trend trades of June each lost a dollar a share on ten shares. */
    private static Portfolio afterLosses(boolean weighs, int trades) {
        Portfolio portfolio = Portfolio.starting(config(weighs), Given.IDS, Micros.of(1_000_000));
        for (int i = 0; i < trades; i++) {
            long time = 10L * i;
            Ticket ticket = Given.approved(
                    portfolio.onBars(time, JUNE, List.of(Given.aBar("SPY", 100, "s" + i, Given.aTrendEntry(100, 95)))));
            portfolio.onExecution(Given.fill(ticket, ticket.orderId(), time + 1, 10, 100, 0));
            portfolio.onOrderEnded(ticket.orderId());
            Ticket exit = Given.approved(portfolio.close("SPY", "c" + i, time + 2));
            portfolio.onExecution(Given.fill(exit, ticket.orderId(), time + 2, 10, 99, 0));
        }
        return portfolio;
    }

    private static long risked(Portfolio portfolio, long day) {
        List<Decision> decisions =
                portfolio.onBars(9_000, day, List.of(Given.aBar("SPY", 100, "z", Given.aTrendEntry(100, 50))));
        return Given.only(Decision.Approved.class, decisions).getFirst().riskMicros();
    }

    @Test
    void twenty_trades_that_lost_cost_a_tenth_of_the_risk_from_the_next_month_on() {
        assertThat(risked(afterLosses(true, 20), JUNE)).isEqualTo(Micros.of(9_950.0));
        assertThat(risked(afterLosses(true, 20), JULY)).isEqualTo(Micros.of(8_950.0));
        assertThat(risked(afterLosses(true, 19), JULY)).as("too few to judge").isEqualTo(Micros.of(9_950.0));
        assertThat(risked(afterLosses(false, 20), JULY)).as("switched off").isEqualTo(Micros.of(9_950.0));
    }

    @Test
    void trust_survives_a_restart() {
        Portfolio before = afterLosses(true, 20);
        Portfolio restored = Portfolio.restored(config(true), Given.IDS, before.state());

        assertThat(restored.state().modeWeights().trendSince().trades()).isEqualTo(20);
        assertThat(restored.state().modeWeights().trendSince().totalPnl()).isEqualTo(-200);
        assertThat(risked(restored, JULY)).isEqualTo(Micros.of(8_950.0));
    }
}
