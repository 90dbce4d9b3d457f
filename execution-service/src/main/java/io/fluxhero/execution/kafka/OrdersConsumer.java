package io.fluxhero.execution.kafka;

import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.execution.DeskThread;
import io.fluxhero.execution.HandleOrder;
import io.fluxhero.outbox.Consumption;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class OrdersConsumer {

    private static final WireDecoder<OrderMessage> DECODER = new WireDecoder<>(OrderMessage.class);

    private final Consumption consumption;
    private final HandleOrder handleOrder;
    private final DeskThread desk;

    OrdersConsumer(Consumption consumption, HandleOrder handleOrder, DeskThread desk) {
        this.consumption = consumption;
        this.handleOrder = handleOrder;
        this.desk = desk;
    }

    @Incoming("orders-in")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> batch) {
        consumption.each(batch, DECODER, handleOrder::on);
        desk.wake();
    }
}
