package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.order.Instruction;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.Rationale;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
    long version;
    int attempt;
    String brokerOrderId;
    String cancelReason;
    BigDecimal workingLimit;
    Instant submittedAt;
    Long riskEpoch;
    Instant expiresAt;

    /** Order of arrival; the database gives it. */
    @Column(insertable = false, updatable = false)
    Long seq;

    /** Everything; written here because Hibernate notices changes only where the entity makes them. */
    void create(Order order) {
        Instruction plan = order.instruction();
        orderId = order.orderId();
        account = order.account();
        correlationId = order.correlationId();
        signalId = plan.signalId();
        entryOrderId = plan.entryOrderId();
        symbol = plan.symbol();
        timeframe = plan.timeframe();
        barTime = plan.barTime();
        intent = plan.intent().name();
        positionSide = plan.side().name();
        mode = plan.mode() == null ? null : plan.mode().name();
        type = plan.type().name();
        limitPrice = plan.limitPrice();
        riskEpoch = order.admission().riskEpoch();
        expiresAt = order.admission().expiresAt();
        protectiveStop = plan.protectiveStop();
        takeProfit = plan.takeProfit();
        averageVolume = plan.averageVolume();
        cashLimit = plan.cashLimit();
        explain(order.rationale());
        progress(order);
    }

    /** What changes in the life of an order. */
    void progress(Order order) {
        Order.Progress progress = order.progress();
        quantity = order.instruction().quantity();
        stopPrice = order.instruction().stopPrice();
        version = progress.version();
        attempt = progress.attempt();
        brokerOrderId = progress.brokerOrderId();
        cancelReason = progress.cancelReason();
        workingLimit = progress.workingLimit();
        submittedAt = progress.submittedAt();
        state = progress.state().name();
        filledQuantity = progress.filled();
        averageFillPrice = progress.averagePrice();
        commission = progress.commission();
        slippage = progress.slippage();
        createdAt = progress.createdAt();
        updatedAt = progress.at();
    }

    private void explain(@Nullable Rationale why) {
        if (why != null) {
            signalReason = why.text();
            signalExplanation = why.json();
            regime = why.regime();
        }
    }
}
