package io.fluxhero.execution.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

@Entity
@Table(name = "orders")
class OrderRow {

    @Id
    String orderId;

    String account;
    String correlationId;
    String signalId;
    String entryOrderId;
    String symbol;
    String timeframe;
    Instant barTime;
    String intent;
    String positionSide;
    String mode;
    String type;
    long quantity;
    BigDecimal limitPrice;
    BigDecimal stopPrice;
    BigDecimal protectiveStop;
    BigDecimal takeProfit;
    Long averageVolume;
    BigDecimal cashLimit;
    String signalReason;
    String signalExplanation;
    String regime;
    String state;
    long filledQuantity;
    BigDecimal averageFillPrice;
    BigDecimal commission;
    BigDecimal slippage;
    Instant createdAt;
    Instant updatedAt;
}
