package io.fluxhero.risk.postgres;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.AccountFigures;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account_state")
class AccountRow {

    @Id
    String account;

    @JdbcTypeCode(SqlTypes.JSON)
    String state;

    long revision;

    @Column(name = "decided_up_to")
    @Nullable
    Instant decidedUpTo;

    @Column(name = "trading_status")
    String tradingStatus;

    @Column(name = "halt_trigger")
    @Nullable
    String haltTrigger;

    @Column(name = "halt_reason")
    @Nullable
    String haltReason;

    long epoch;

    @Column(name = "reset_epoch")
    long resetEpoch;

    @Column(name = "halted_at")
    @Nullable
    Instant haltedAt;

    @Column(name = "halted_by")
    @Nullable
    String haltedBy;

    @Column(precision = 20, scale = 6)
    BigDecimal cash;

    @Column(precision = 20, scale = 6)
    BigDecimal equity;

    @Column(precision = 20, scale = 6)
    BigDecimal exposure;

    @Column(name = "peak_equity", precision = 20, scale = 6)
    BigDecimal peakEquity;

    @Column(name = "open_positions")
    int openPositions;

    @Column(name = "config_hash")
    String configHash;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** Assigned here and nowhere else: Hibernate sees changes only where the entity itself makes them. */
    void become(Account next, AccountFigures figures, String limitsHash, Instant now) {
        AccountState held = next.state();
        state = Json.write(held);
        revision = next.revision();
        decidedUpTo = next.decidedUpTo();
        tradingStatus = held.status().name();
        haltTrigger = held.haltTrigger();
        haltReason = held.haltReason();
        epoch = next.latch().epoch();
        resetEpoch = next.latch().resetEpoch();
        haltedAt = next.latch().haltedAt();
        haltedBy = next.latch().haltedBy();
        cash = Micros.toDecimal(figures.cash());
        equity = Micros.toDecimal(figures.equity());
        exposure = Micros.toDecimal(figures.exposure());
        peakEquity = Micros.toDecimal(figures.peakEquity());
        openPositions = figures.openPositions();
        configHash = limitsHash;
        updatedAt = now;
    }
}
