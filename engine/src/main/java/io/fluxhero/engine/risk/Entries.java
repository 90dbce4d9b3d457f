package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.Decision.Alert;
import io.fluxhero.engine.risk.Decision.Approved;
import io.fluxhero.engine.risk.Decision.Denied;
import io.fluxhero.engine.strategy.Signal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From an entry signal to an approved order or a denial with its figures. */
final class Entries {

    private final Account account;
    private final RiskConfig config;
    private final Portfolio.OrderIds ids;
    private final PositionSizer sizer;
    private final EntryPolicies policies;

    Entries(Account account, RiskConfig config, CorrelationWatch correlations, Portfolio.OrderIds ids) {
        this.account = account;
        this.config = config;
        this.ids = ids;
        sizer = new PositionSizer(config);
        policies = new EntryPolicies(config, correlations);
    }

    void onSignal(
            String symbol,
            String signalId,
            Signal.Entry signal,
            TradingStatus status,
            long barTime,
            List<Decision> out) {
        EntryRequest asked = EntryRequest.of(symbol, signal, account, config, status);
        Optional<Denial> objection = policies.objectionBeforeSizing(asked, account);
        if (objection.isPresent()) {
            out.add(denied(signalId, symbol, objection.get()));
            return;
        }
        long freeCash = account.freeCash();
        EntryRequest wanted = asked.sized(sizer.wanted(asked));
        EntryRequest affordable = wanted.sized(PositionSizer.affordable(wanted, freeCash));
        objection = affordable.shares() < 1
                ? Optional.of(PositionSizer.tooLittleCapital(affordable, freeCash))
                : policies.objectionAfterSizing(affordable, account);
        if (objection.isPresent()) {
            out.add(denied(signalId, symbol, objection.get()));
            return;
        }
        fit(signalId, signal, affordable, freeCash, barTime, out);
    }

    /**
     * A person's entry: the same limits in the same order, with the size as it was stated. What moves together with what
     * is open is halved all the same.
     */
    void onPerson(PersonalEntry entry, TradingStatus status, String cause, long barTime, List<Decision> out) {
        EntryRequest asked = EntryRequest.of(entry, account, config, status);
        long freeCash = account.freeCash();
        EntryRequest apart = policies.decorrelated(asked, account);
        Optional<Denial> objection = policies.objectionBeforeSizing(asked, account)
                .or(() -> policies.objectionToTarget(asked, entry.targetMicros()))
                .or(() -> policies.objectionAfterSizing(asked, account))
                .or(() -> asked.valueMicros() > freeCash
                        ? Optional.of(PositionSizer.tooLittleCapital(asked, freeCash))
                        : Optional.empty())
                .or(() -> apart.shares() < 1
                        ? Optional.of(policies.tooCorrelated(asked, account))
                        : policies.objectionToExposure(apart, account));
        if (objection.isPresent()) {
            out.add(denied(null, entry.symbol(), objection.get()));
            return;
        }
        Ticket ticket = new Ticket(
                ids.orderId(cause, "entry"),
                null,
                entry.symbol(),
                barTime,
                Intent.ENTRY,
                entry.side(),
                null,
                apart.shares(),
                entry.stopMicros(),
                entry.targetMicros(),
                Double.NaN,
                Double.NaN,
                freeCash,
                entry.terms(),
                0);
        LimitCheck limits = policies.limitsOf(apart, freeCash, account);
        account.await(ticket);
        out.add(new Approved(ticket, apart.riskMicros(), apart.equityMicros(), null, limits));
        if (apart.shares() < asked.shares()) {
            out.add(reduced(asked, apart));
        }
    }

    private void fit(
            String signalId, Signal.Entry signal, EntryRequest entry, long freeCash, long barTime, List<Decision> out) {
        EntryRequest apart = policies.decorrelated(entry, account);
        if (apart.shares() < 1) {
            out.add(denied(signalId, entry.symbol(), policies.tooCorrelated(entry, account)));
            return;
        }
        long room = policies.exposureRoom(apart, account);
        EntryRequest fitting = apart.sized(PositionSizer.affordable(apart, room));
        if (fitting.shares() < 1) {
            out.add(denied(signalId, entry.symbol(), EntryPolicies.noExposureRoom(apart, room, account)));
            return;
        }
        Ticket ticket = ticket(signalId, signal, fitting, freeCash, barTime);
        LimitCheck limits = policies.limitsOf(fitting, freeCash, account);
        account.await(ticket);
        out.add(new Approved(ticket, fitting.riskMicros(), fitting.equityMicros(), null, limits));
        if (apart.shares() < entry.shares()) {
            out.add(reduced(entry, apart));
        }
        if (fitting.shares() < apart.shares()) {
            out.add(capped(apart, fitting, room));
        }
    }

    private Ticket ticket(String signalId, Signal.Entry signal, EntryRequest entry, long freeCash, long barTime) {
        return new Ticket(
                ids.orderId(signalId, "entry"),
                signalId,
                entry.symbol(),
                barTime,
                Intent.ENTRY,
                entry.side(),
                signal.mode(),
                entry.shares(),
                entry.stopMicros(),
                signal.target() > 0 ? Micros.of(signal.target()) : 0,
                signal.trailingAtrMultiple(),
                signal.averageVolume(),
                freeCash,
                EntryRequest.terms(signal),
                signal.terms().timeLimitBars());
    }

    private static Alert reduced(EntryRequest wanted, EntryRequest apart) {
        Figures figures =
                Figures.of("wanted_shares", (double) wanted.shares()).and("approved_shares", (double) apart.shares());
        return new Alert(
                Alert.Kind.EXPOSURE_CAPPED,
                "CORRELATION_REDUCED",
                wanted.symbol() + ": fewer shares than wanted, it moves together with what is open",
                figures.asMap());
    }

    private static Alert capped(EntryRequest wanted, EntryRequest fitting, long room) {
        Figures figures = Figures.of("wanted_shares", (double) wanted.shares())
                .and("approved_shares", (double) fitting.shares())
                .andMoney("room", room)
                .and("price", Micros.toDouble(wanted.priceMicros()));
        return new Alert(
                Alert.Kind.EXPOSURE_CAPPED,
                "EXPOSURE_CAPPED",
                wanted.symbol() + ": fewer shares than wanted, the exposure limit is near",
                figures.asMap());
    }

    private static Denied denied(@Nullable String signalId, String symbol, Denial denial) {
        return new Denied(signalId, symbol, denial.code().name(), denial.detail(), denial.figures());
    }
}
