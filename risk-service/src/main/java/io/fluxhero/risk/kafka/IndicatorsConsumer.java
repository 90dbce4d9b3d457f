package io.fluxhero.risk.kafka;

import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.outbox.Consumption;
import io.fluxhero.outbox.Handler;
import io.fluxhero.risk.CollectBar;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class IndicatorsConsumer {

    private final Consumption consumption;
    private final CollectBar collectBar;

    IndicatorsConsumer(Consumption consumption, CollectBar collectBar) {
        this.consumption = consumption;
        this.collectBar = collectBar;
    }

    @Incoming("indicators-in")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> batch) {
        consumption.each(batch, new Messages<>(IndicatorMessage.class), Handler.of(collectBar::on, collectBar::decide));
    }
}
