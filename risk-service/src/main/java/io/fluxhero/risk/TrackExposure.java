package io.fluxhero.risk;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.fill.CashMoved;
import io.fluxhero.contracts.fill.ExternalPositionSeen;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.fill.OrderAccepted;
import io.fluxhero.contracts.fill.OrderCancelled;
import io.fluxhero.contracts.fill.OrderExpired;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.fill.OrderRejected;
import io.fluxhero.contracts.fill.OrderStateChanged;
import io.fluxhero.contracts.fill.OrderStatus;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.record.CashMovement;
import io.fluxhero.risk.domain.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Keeps the account in step with the broker's side: what filled, what ended, which bar is through. Each message in the
 * transaction that takes it in; bars that are whole are decided before anything else changes the account.
 */
@ApplicationScoped
public class TrackExposure {

    private static final Logger LOG = Logger.getLogger(TrackExposure.class);
    private static final String CASH_DIFFERS = "CASH_DIFFERS";

    private final AccountDesk desk;
    private final CollectBar collectBar;
    private final AnnounceDecisions announce;
    private final PublishAccount publishAccount;
    private final Records records;
    private final RiskSettings settings;

    TrackExposure(
            AccountDesk desk,
            CollectBar collectBar,
            AnnounceDecisions announce,
            PublishAccount publishAccount,
            Records records,
            RiskSettings settings) {
        this.desk = desk;
        this.collectBar = collectBar;
        this.announce = announce;
        this.publishAccount = publishAccount;
        this.records = records;
        this.settings = settings;
    }

    public void on(FillMessage message) {
        if (!message.account().equals(settings.account())) {
            LOG.debugf("fill.foreign account=%s", message.account());
            return;
        }
        switch (message) {
            case OrderFilled filled -> filled(filled);
            case BarSettled settled -> collectBar.on(settled);
            case OrderRejected rejected ->
                ended(
                        rejected.orderId(),
                        rejected.symbol(),
                        "rejected",
                        rejected.meta().occurredAt());
            case OrderCancelled cancelled ->
                ended(
                        cancelled.orderId(),
                        cancelled.symbol(),
                        "cancelled",
                        cancelled.meta().occurredAt());
            case OrderExpired expired ->
                ended(
                        expired.orderId(),
                        expired.symbol(),
                        "expired",
                        expired.meta().occurredAt());
            case OrderStateChanged changed -> changed(changed);
            case ExternalPositionSeen seen -> external(seen);
            case CashMoved moved -> moved(moved);
            case OrderAccepted accepted ->
                LOG.debugf("order.accepted order=%s symbol=%s", accepted.orderId(), accepted.symbol());
        }
    }

    /** After the last message of a transaction. */
    public void end() {
        collectBar.decide();
    }

    /** Bars that are whole come first: they are decided by the account as it was. */
    private Account accountToChange() {
        collectBar.decide();
        return desk.lock();
    }

    private void filled(OrderFilled filled) {
        Account account = accountToChange();
        Portfolio portfolio = desk.portfolioOf(account);
        List<Decision> decisions = portfolio.onExecution(execution(filled));
        if (filled.remainingQuantity() == 0) {
            // Whole for execution, which never closes more than is held: what we had asked for beyond that is not out.
            portfolio.onOrderEnded(filled.orderId());
        }
        Account after =
                desk.keep(account, portfolio, Account.Change.of(filled.meta().occurredAt(), "fill"));
        LOG.infof(
                "position.tracked order=%s symbol=%s intent=%s shares=%d price=%s",
                filled.orderId(), filled.symbol(), filled.intent(), filled.quantity(), filled.price());

        Occasion occasion = Occasion.of(
                filled.fillId(),
                filled.barTime(),
                filled.meta().occurredAt(),
                filled.meta().correlationId());
        AnnounceDecisions.Announced announced = announce.announce(decisions, occasion, after);
        publishAccount.after(occasion, portfolio);
        announce.raise(announced.alerts());
    }

    private void changed(OrderStateChanged step) {
        if (step.state() == OrderStatus.FAILED) {
            ended(step.orderId(), step.symbol(), "failed", step.meta().occurredAt());
        }
    }

    private void external(ExternalPositionSeen seen) {
        LOG.warnf("position.external symbol=%s shares=%d price=%s", seen.symbol(), seen.shares(), seen.price());
        Instant at = seen.meta().occurredAt();
        Account account = accountToChange();
        Portfolio portfolio = desk.portfolioOf(account);
        portfolio.onExternal(seen.symbol(), seen.shares(), seen.price() == null ? 0 : Micros.of(seen.price()));
        desk.keep(account, portfolio, Account.Change.of(at, "external position"));
        Occasion occasion =
                Occasion.of(seen.meta().messageId(), at, at, seen.meta().correlationId());
        publishAccount.after(occasion, portfolio);
    }

    private void moved(CashMoved moved) {
        Instant at = moved.meta().occurredAt();
        Account account = accountToChange();
        Portfolio portfolio = desk.portfolioOf(account);
        portfolio.onCashMoved(Micros.of(moved.amount()));
        BigDecimal cash = Micros.toDecimal(portfolio.state().cashMicros());
        desk.keep(account, portfolio, Account.Change.of(at, "cash moved"));
        records.add(new CashMovement(moved.movementId(), moved.amount(), cash, account.decidedUpTo(), at));
        LOG.infof("cash.moved movement=%s amount=%s cash=%s", moved.movementId(), moved.amount(), cash);
        Instant barTime = account.decidedUpTo() == null ? at : account.decidedUpTo();
        Occasion occasion =
                Occasion.of(moved.movementId(), barTime, at, moved.meta().correlationId());
        publishAccount.after(occasion, portfolio);
        if (cash.compareTo(moved.cash()) != 0) {
            cashDiffers(moved, cash);
        }
    }

    private void cashDiffers(CashMoved moved, BigDecimal here) {
        String detail = "after movement " + moved.movementId() + " the broker has "
                + moved.cash().toPlainString() + " in cash, risk counts "
                + here.stripTrailingZeros().toPlainString()
                + ": sizes rest on the latter";
        LOG.errorf("cash.differs detail=\"%s\"", detail);
        Meta meta = new Meta(
                Ids.derive("msg", CASH_DIFFERS, moved.account(), moved.movementId()),
                moved.meta().correlationId(),
                moved.meta().occurredAt());
        Map<String, BigDecimal> figures = Map.of("broker_cash", moved.cash(), "risk_cash", here);
        announce.faulted(meta, Severity.CRITICAL, CASH_DIFFERS, detail, figures);
    }

    private void ended(String orderId, String symbol, String how, Instant at) {
        Account account = accountToChange();
        Portfolio portfolio = desk.portfolioOf(account);
        portfolio.onOrderEnded(orderId);
        desk.keep(account, portfolio, Account.Change.of(at, how));
        LOG.infof("order.ended order=%s symbol=%s how=%s", orderId, symbol, how);
    }

    private static Execution execution(OrderFilled filled) {
        return new Execution(
                filled.orderId(),
                Objects.requireNonNullElse(filled.entryOrderId(), filled.orderId()),
                filled.symbol(),
                filled.barTime().toEpochMilli(),
                Intent.valueOf(filled.intent().name()),
                Side.valueOf(filled.positionSide().name()),
                filled.quantity(),
                Micros.of(filled.price()),
                Micros.of(filled.commission()),
                Micros.of(filled.slippage()));
    }
}
