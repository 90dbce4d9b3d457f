package io.fluxhero.execution.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

@Entity
@Table(name = "trades")
class TradeRow {

    @Id
    String tradeId;

    String account;
    String symbol;
    String positionSide;
    String entryOrderId;
    BigDecimal entryPrice;
    Instant entryTime;
    long shares;
    BigDecimal stopLoss;
    BigDecimal initialStop;
    BigDecimal takeProfit;
    String strategy;
    String regime;
    String signalReason;
    String signalExplanation;
    BigDecimal commission;
    BigDecimal slippage;
    String status;
    long exitShares;
    BigDecimal exitGross;
    BigDecimal exitPrice;
    Instant exitTime;
    String exitReason;
    String exitOrderId;
    BigDecimal realizedPnl;
}
