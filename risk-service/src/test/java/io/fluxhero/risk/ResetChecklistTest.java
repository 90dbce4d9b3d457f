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
import io.fluxhero.risk.domain.execution.ExecutionState;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ResetChecklistTest {

    private static Portfolio newPortfolio() {
        return Portfolio.starting(RiskConfig.defaults(), (cause, leg) -> cause + "/" + leg, Micros.of(100_000));
    }

    /** Half of the account was in a share that fell by half: flat, and halted by the drawdown. */
    private static Portfolio haltedByDrawdown() {
        Portfolio portfolio = newPortfolio();
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

    @Test
    void counts_orders_as_people_do() {
        assertThat(orders(0)).containsExactly("0 orders are open", "0 orders may or may not be at the broker");
        assertThat(orders(1)).containsExactly("1 order is open", "1 order may or may not be at the broker");
        assertThat(orders(2)).containsExactly("2 orders are open", "2 orders may or may not be at the broker");
    }

    private static List<String> orders(int count) {
        ExecutionState execution = new ExecutionState(
                "READY",
                null,
                new ExecutionState.Fence(1, false, null, null),
                OptionalInt.of(count),
                OptionalInt.of(count),
                0,
                true,
                List.of());
        Account account = Account.opened("PAPER-001", newPortfolio().state());
        return ResetChecklist.of(account, execution, true).stream()
                .filter(item -> item.name().endsWith("-orders"))
                .map(CheckItem::detail)
                .toList();
    }
}
