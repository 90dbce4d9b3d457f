package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import java.util.Optional;

/**
 * The limits as a question, without an order: what would the account say to so many shares? It asks the same policies
 * in the same order as a signal is asked (domain specification i.1).
 */
public final class PreTradeCheck {

    /** What every limit says where none objects. */
    public static final String APPROVED = "APPROVED";

    /**
     * A position that someone thinks of.
     *
     * @param stop protective stop, {@code NaN} for none
     */
    public record Proposal(String symbol, Side side, Mode mode, double price, double stop, long shares) {}

    /** The code of the first limit that objects, or {@link #APPROVED}, and the shares that are allowed. */
    public record Answer(String code, long shares) {}

    private final RiskConfig config;
    private final Account account;
    private final EntryPolicies policies;
    private final TradingStatus status;

    /** Asks this account as it is. */
    public PreTradeCheck(RiskConfig config, AccountState state) {
        this.config = config;
        account = new Account(state, config.correlation().windowReturns());
        policies = new EntryPolicies(config, new CorrelationWatch(config.correlation(), state.correlationWarned()));
        status = state.status();
    }

    /** Whole shares that lose the risk of the mode at the stop, before any limit; 0 without a distance. */
    public long sizeByRisk(Proposal proposal) {
        EntryRequest entry = request(proposal);
        long distance = Math.abs(entry.priceMicros() - entry.stopMicros());
        return distance == 0 ? 0 : entry.ofEquity(entry.riskRatio()) / distance;
    }

    /** Stop, side, value and risk of the position by itself: checks 0 to 4. */
    public Answer position(Proposal proposal) {
        EntryRequest entry = request(proposal);
        return answer(
                policies.objectionBeforeSizing(entry, account).or(() -> policies.objectionToPosition(entry, account)),
                entry);
    }

    /** Number of positions and total exposure: checks 5 and 6. */
    public Answer portfolio(Proposal proposal) {
        EntryRequest entry = request(proposal);
        return answer(objectionOfPortfolio(entry), entry);
    }

    /** Everything, and fewer shares beside what moves together with them: checks 0 to 7, then 5 and 6 again. */
    public Answer newPosition(Proposal proposal) {
        EntryRequest entry = request(proposal);
        Answer alone = position(proposal);
        if (!alone.code().equals(APPROVED)) {
            return alone;
        }
        EntryRequest apart = policies.decorrelated(entry, account);
        return apart.shares() < 1
                ? answer(Optional.of(policies.tooCorrelated(entry, account)), entry)
                : answer(objectionOfPortfolio(apart), apart);
    }

    private Optional<Denial> objectionOfPortfolio(EntryRequest entry) {
        return policies.objectionToNumber(entry, account).or(() -> policies.objectionToExposure(entry, account));
    }

    private static Answer answer(Optional<Denial> objection, EntryRequest entry) {
        return objection
                .map(denial -> new Answer(denial.code().name(), 0))
                .orElseGet(() -> new Answer(APPROVED, entry.shares()));
    }

    private EntryRequest request(Proposal proposal) {
        double weight = config.weighsModes() ? account.modeWeights().of(proposal.mode()) : 1;
        return new EntryRequest(
                proposal.symbol(),
                proposal.side(),
                Micros.of(proposal.price()),
                proposal.stop() > 0 ? Micros.of(proposal.stop()) : 0,
                account.equity(),
                config.riskPerTrade(proposal.mode()) * weight,
                status,
                1,
                proposal.shares());
    }
}
