package io.fluxhero.risk.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.risk.PersonalEntry;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.risk.SettledBar;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

    @Test
    void goes_from_held_to_flat_and_waits_for_the_open_where_the_exchange_is_closed() {
        Portfolio portfolio =
                Portfolio.starting(RiskConfig.defaults(), (cause, leg) -> cause + "/" + leg, Micros.of(100_000));
        portfolio.onBars(1, 1, List.of(new SettledBar("SPY", 100, 2, List.of())));
        assertThat(Closing.of(portfolio.state(), false)).isEqualTo(Closing.FLAT);

        portfolio.enter(new PersonalEntry("SPY", Side.LONG, 10, OrderTerms.MARKET, Micros.of(95), 0), "in", 1);
        portfolio.onExecution(fill("in/entry", Intent.ENTRY));
        assertThat(Closing.of(portfolio.state(), true)).isEqualTo(Closing.HELD);

        portfolio.close("SPY", "out", 1);
        assertThat(Closing.of(portfolio.state(), true)).isEqualTo(Closing.FLATTENING);
        assertThat(Closing.of(portfolio.state(), false)).isEqualTo(Closing.FLATTEN_PENDING);

        portfolio.onExecution(fill("out/SPY/flatten", Intent.FLATTEN));
        assertThat(Closing.of(portfolio.state(), false)).isEqualTo(Closing.FLAT);
    }

    private static Execution fill(String orderId, Intent intent) {
        return new Execution(orderId, "in/entry", "SPY", 2, intent, Side.LONG, 10, Micros.of(100), 0, 0);
    }
}
