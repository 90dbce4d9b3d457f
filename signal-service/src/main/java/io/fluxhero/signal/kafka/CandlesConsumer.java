package io.fluxhero.signal.kafka;

import io.fluxhero.outbox.Consumption;
import io.fluxhero.signal.EvaluateCandle;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Topic {@code candles}. */
@ApplicationScoped
class CandlesConsumer {

    private final Consumption consumption;
    private final EvaluateCandle evaluateCandle;
    private final CandleDecoder decoder = new CandleDecoder();

    CandlesConsumer(Consumption consumption, EvaluateCandle evaluateCandle) {
        this.consumption = consumption;
        this.evaluateCandle = evaluateCandle;
    }

    @Incoming("candles-in")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> batch) {
        consumption.each(batch, decoder, evaluateCandle::on);
    }
}
