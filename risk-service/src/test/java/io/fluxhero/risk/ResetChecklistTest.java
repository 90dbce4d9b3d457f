package io.fluxhero.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.CheckItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResetChecklistTest {

    /** Half of the account was in a share that fell by half: flat, and halted by the drawdown. */
    private static Portfolio haltedByDrawdown() {
        Portfolio portfolio =
                Portfolio.starting(RiskConfig.defaults(), (cause, leg) -> cause + "/" + leg, Micros.of(100_000));
        portfolio.onExecution(new Execution("e", "e", "SPY", 1, Intent.ENTRY, Side.LONG, 500, Micros.of(100), 0, 0));
        portfolio.onBars(1, 1, List.of(new SettledBar("SPY", 50, 2, List.of())));
        portfolio.onExecution(new Execution("x", "e", "SPY", 2, Intent.EXIT, Side.LONG, 500, Micros.of(50), 0, 0));
        assertThat(portfolio.state().haltTrigger()).isEqualTo("DRAWDOWN");
        return portfolio;
    }

    private static CheckItem drawdownOf(Portfolio portfolio, boolean acknowledged) {
        return ResetChecklist.of(Account.opened("PAPER-001", portfolio.state()), null, acknowledged).stream()
                .filter(item -> item.name().equals("drawdown-acknowledged"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void wants_a_drawdown_acknowledged() {
        Portfolio portfolio = haltedByDrawdown();

        assertThat(drawdownOf(portfolio, false).ok()).isFalse();
        assertThat(drawdownOf(portfolio, true).ok()).isTrue();
    }

    @Test
    void has_no_drawdown_to_acknowledge_once_cash_has_moved() {
        Portfolio portfolio = haltedByDrawdown();

        portfolio.onCashMoved(Micros.of(25_000));

        assertThat(drawdownOf(portfolio, false))
                .isEqualTo(new CheckItem(
                        "drawdown-acknowledged", true, "nothing is lost any more from the peak of equity"));
    }
}
