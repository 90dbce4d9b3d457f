package io.fluxhero.simulation.service;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.AccountFigures;
import io.fluxhero.risk.domain.account.Accounts;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.command.Answers;
import io.fluxhero.risk.domain.command.AuditEntry;
import io.fluxhero.risk.domain.command.AuditTrail;
import io.fluxhero.risk.domain.record.AlertRecord;
import io.fluxhero.risk.domain.record.CashMovement;
import io.fluxhero.risk.domain.record.DecisionRecord;
import io.fluxhero.risk.domain.record.EquityPoint;
import io.fluxhero.risk.domain.record.Records;
import io.fluxhero.simulation.database.Database;
import io.fluxhero.simulation.database.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What risk keeps of its account, apart from the bars. */
public final class RiskTables implements Accounts, Records, AuditTrail, Answers {

    private final RiskSettings settings;
    private final Rows<String, Account> accounts;
    private final Rows<Long, DecisionRecord> decisions;
    private final Rows<Long, AlertRecord> alerts;
    private final Rows<Instant, EquityPoint> equity;
    private final Rows<String, CashMovement> movements;
    private final Rows<Long, AuditEntry> audit;
    private final Rows<String, Answer> answers;
    private long sequence;

    RiskTables(Database database, RiskSettings settings) {
        this.settings = settings;
        accounts = new Rows<>(database);
        decisions = new Rows<>(database);
        alerts = new Rows<>(database);
        equity = new Rows<>(database);
        movements = new Rows<>(database);
        audit = new Rows<>(database);
        answers = new Rows<>(database);
    }

    /** Opens the account at the first start, and its next epoch at every other. */
    void open() {
        Account known = accounts.get(settings.account());
        if (known == null) {
            Portfolio portfolio = Portfolio.starting(
                    settings.limits(), (cause, leg) -> Ids.derive("ord", cause, leg), settings.initialCapitalMicros());
            accounts.put(settings.account(), Account.opened(settings.account(), portfolio.state()));
        } else {
            accounts.put(settings.account(), known.restarted());
        }
    }

    /** The account, for those who look on. */
    public Account account() {
        return Objects.requireNonNull(accounts.view().get(settings.account()), "the account was never opened");
    }

    /** Every decision, first to last. */
    public Collection<DecisionRecord> decisions() {
        return decisions.view().values();
    }

    @Override
    public Account read() {
        return Objects.requireNonNull(accounts.get(settings.account()), "the account was never opened");
    }

    @Override
    public Account lock() {
        return read();
    }

    @Override
    public void save(Account account, AccountFigures figures) {
        accounts.put(account.name(), account);
    }

    @Override
    public void add(DecisionRecord decision) {
        decisions.put(sequence++, decision);
    }

    @Override
    public void add(AlertRecord alert) {
        alerts.put(sequence++, alert);
    }

    @Override
    public void add(EquityPoint point) {
        if (!equity.add(point.barTime(), point)) {
            throw new IllegalStateException("bar " + point.barTime() + " was decided twice");
        }
    }

    @Override
    public void add(CashMovement movement) {
        if (!movements.add(movement.movementId(), movement)) {
            throw new IllegalStateException("movement " + movement.movementId() + " was taken in twice");
        }
    }

    /** What was taken in of movements of cash, for those who look on. */
    public SortedMap<String, CashMovement> movements() {
        return movements.view();
    }

    @Override
    public List<DecisionRecord> decisions(int limit, @Nullable Long before) {
        return List.copyOf(decisions.all());
    }

    @Override
    public List<DecisionRecord> decisionsOn(String signalId) {
        return decisions.all().stream()
                .filter(decision -> signalId.equals(decision.signalId()))
                .toList();
    }

    @Override
    public List<AlertRecord> alerts(int limit, @Nullable Long before) {
        return List.copyOf(alerts.all());
    }

    @Override
    public List<EquityPoint> equity(@Nullable Instant from, @Nullable Instant to) {
        return List.copyOf(equity.all());
    }

    @Override
    public void append(AuditEntry.Act act) {
        var last = audit.last();
        String previous = last == null
                ? AuditEntry.genesis(settings.account())
                : last.getValue().hash();
        audit.put(sequence++, AuditEntry.of(act, previous));
    }

    @Override
    public List<AuditEntry> entries() {
        return List.copyOf(audit.all());
    }

    @Override
    public Optional<Answer> find(String idempotencyKey) {
        return Optional.ofNullable(answers.get(idempotencyKey));
    }

    @Override
    public void remember(String idempotencyKey, Answer answer) {
        answers.put(idempotencyKey, answer);
    }
}
