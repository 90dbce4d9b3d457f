package io.fluxhero.risk.kafka;

import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.outbox.Consumption;
import io.fluxhero.outbox.Handler;
import io.fluxhero.risk.CollectBar;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class SignalsConsumer {

    private final Consumption consumption;
    private final CollectBar collectBar;

    SignalsConsumer(Consumption consumption, CollectBar collectBar) {
        this.consumption = consumption;
        this.collectBar = collectBar;
    }

    @Incoming("signals-in")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> batch) {
        consumption.each(batch, new Messages<>(SignalMessage.class), Handler.of(collectBar::on, collectBar::decide));
    }
}
