package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.order.Rationale;
import io.fluxhero.execution.domain.position.Trade;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
    @Nullable String signalId;
    @Nullable String correlationId;
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

    /** Everything; written here because Hibernate notices changes only where the entity makes them. */
    void write(Trade trade) {
        tradeId = trade.tradeId();
        account = trade.account();
        symbol = trade.symbol();
        positionSide = trade.side().name();
        entryOrderId = trade.entryOrderId();
        entryPrice = trade.entryPrice();
        entryTime = trade.entryTime();
        shares = trade.shares();
        stopLoss = trade.stopLoss();
        initialStop = trade.initialStop();
        takeProfit = trade.takeProfit();
        strategy = trade.strategy();
        signalId = trade.cause().signalId();
        correlationId = trade.cause().correlationId();
        Rationale why = trade.cause().rationale();
        if (why != null) {
            regime = why.regime();
            signalReason = why.text();
            signalExplanation = why.json();
        }
        commission = trade.commission();
        slippage = trade.slippage();
        status = trade.status().name();
        Trade.Exit exit = trade.exit();
        exitShares = exit.shares();
        exitGross = exit.gross();
        exitPrice = exit.price();
        exitTime = exit.time();
        exitReason = exit.reason() == null ? null : exit.reason().name();
        exitOrderId = exit.orderId();
        realizedPnl = exit.realizedPnl();
    }
}
