package io.fluxhero.risk.kafka;

import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.outbox.Consumption;
import io.fluxhero.outbox.Handler;
import io.fluxhero.risk.TrackExposure;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class FillsConsumer {

    private final Consumption consumption;
    private final TrackExposure trackExposure;

    FillsConsumer(Consumption consumption, TrackExposure trackExposure) {
        this.consumption = consumption;
        this.trackExposure = trackExposure;
    }

    @Incoming("fills-in")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> batch) {
        consumption.each(batch, new Messages<>(FillMessage.class), Handler.of(trackExposure::on, trackExposure::end));
    }
}
