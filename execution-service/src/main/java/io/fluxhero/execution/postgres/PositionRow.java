package io.fluxhero.execution.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;

@Entity
@Table(name = "positions")
@IdClass(PositionRow.Key.class)
class PositionRow {

    record Key(String account, String symbol) implements Serializable {}

    @Id
    String account;

    @Id
    String symbol;

    String positionSide;
    String entryOrderId;
    long shares;
    BigDecimal entryPrice;
    BigDecimal stopLoss;
    BigDecimal initialStop;
    BigDecimal takeProfit;
    Instant entryTime;
    String strategy;
    String signalReason;
    Instant updatedAt;
}
