package io.fluxhero.risk;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.risk.PersonalEntry;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome;
import io.fluxhero.risk.domain.command.PersonalOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * An order on a person's word: it opens a position under the limits that signals pass, or reduces one. Nothing is sold
 * that is not held.
 */
@ApplicationScoped
public class PlaceOrder {

    private final ActOnce actOnce;

    PlaceOrder(ActOnce actOnce) {
        this.actOnce = actOnce;
    }

    ActOnce.Performed on(Command command, PersonalOrder order) {
        return actOnce.perform(command, new Place(order));
    }

    private record Place(PersonalOrder order) implements ActOnce.Act {

        @Override
        public Optional<ActOnce.Refusal> refusal(Account account) {
            return Optional.empty();
        }

        @Override
        public List<Decision> carryOut(Account account, Portfolio portfolio, ActOnce.Request request) {
            Optional<AccountState.Position> held = account.state().positions().stream()
                    .filter(position -> position.symbol().equals(order.symbol()))
                    .findFirst();
            boolean isShort = held.isPresent() && held.get().side() == Side.SHORT;
            if (order.buys() && !isShort) {
                PersonalEntry entry = new PersonalEntry(
                        order.symbol(),
                        Side.LONG,
                        order.quantity(),
                        order.terms(),
                        order.protectiveStop(),
                        order.takeProfit());
                return portfolio.enter(entry, request.id(), request.barMillis());
            }
            return reduce(portfolio, held, request);
        }

        private List<Decision> reduce(
                Portfolio portfolio, Optional<AccountState.Position> held, ActOnce.Request request) {
            Side side = order.buys() ? Side.SHORT : Side.LONG;
            boolean isWhole = held.filter(position -> position.side() == side && position.shares() == order.quantity())
                    .isPresent();
            return isWhole && order.terms().type() == OrderTerms.Type.MARKET
                    ? portfolio.close(order.symbol(), request.id(), request.barMillis())
                    : portfolio.reduce(
                            order.symbol(), side, order.quantity(), order.terms(), request.id(), request.barMillis());
        }

        @Override
        public String inWords(Account before, CommandOutcome outcome) {
            return (order.buys() ? "buying " : "selling ") + outcome.figures().get("quantity") + " of "
                    + order.quantity() + " " + order.symbol();
        }
    }
}
