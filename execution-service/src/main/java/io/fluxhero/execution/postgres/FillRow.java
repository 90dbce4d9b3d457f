package io.fluxhero.execution.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

@Entity
@Table(name = "fills")
class FillRow {

    @Id
    String fillId;

    String account;
    String orderId;
    String entryOrderId;
    String symbol;
    Instant barTime;
    String intent;
    String positionSide;
    long quantity;
    BigDecimal price;
    BigDecimal commission;
    BigDecimal slippage;
    Instant filledAt;
}
