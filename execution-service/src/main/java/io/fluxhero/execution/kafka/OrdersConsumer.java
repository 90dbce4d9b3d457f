package io.fluxhero.execution.kafka;

import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.contracts.order.FlattenRequested;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.order.ProtectiveStopMoved;
import io.fluxhero.execution.AdvanceBars;
import io.fluxhero.execution.CancelOrder;
import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.Flatten;
import io.fluxhero.execution.MoveStop;
import io.fluxhero.execution.SubmitOrder;
import io.fluxhero.outbox.Consumption;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

@ApplicationScoped
class OrdersConsumer {

    private static final Logger LOG = Logger.getLogger(OrdersConsumer.class);
    private static final WireDecoder<OrderMessage> DECODER = new WireDecoder<>(OrderMessage.class);

    private final Consumption consumption;
    private final ExecutionConfig config;
    private final SubmitOrder submitOrder;
    private final CancelOrder cancelOrder;
    private final MoveStop moveStop;
    private final Flatten flatten;
    private final AdvanceBars advanceBars;

    OrdersConsumer(
            Consumption consumption,
            ExecutionConfig config,
            SubmitOrder submitOrder,
            CancelOrder cancelOrder,
            MoveStop moveStop,
            Flatten flatten,
            AdvanceBars advanceBars) {
        this.consumption = consumption;
        this.config = config;
        this.submitOrder = submitOrder;
        this.cancelOrder = cancelOrder;
        this.moveStop = moveStop;
        this.flatten = flatten;
        this.advanceBars = advanceBars;
    }

    @Incoming("orders-in")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> batch) {
        consumption.each(batch, DECODER, this::handle);
    }

    private void handle(OrderMessage message) {
        if (!message.account().equals(config.account())) {
            LOG.warnf(
                    "order.foreign_account account=%s message=%s",
                    message.account(), message.meta().messageId());
            return;
        }
        switch (message) {
            case OrderApproved approved -> submitOrder.on(approved);
            case OrderCancelRequested request -> cancelOrder.on(request);
            case ProtectiveStopMoved moved -> moveStop.on(moved);
            case FlattenRequested request -> flatten.on(request);
            case BarDecided decided -> advanceBars.on(decided);
            case OrderDenied denied -> LOG.debugf("order.denied symbol=%s code=%s", denied.symbol(), denied.code());
        }
    }
}
