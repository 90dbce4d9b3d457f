package io.fluxhero.gateway.live;

import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.alert.RiskAlert;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.portfolio.PortfolioMessage;
import io.fluxhero.contracts.signal.SignalMessage;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Listens to every topic. What cannot be read is counted and passed over: dead letters are the business of those who act on messages. */
@ApplicationScoped
class TopicsConsumer {
    private static final Logger LOG = Logger.getLogger(TopicsConsumer.class);

    private final Projection projection;
    private final MeterRegistry meters;

    TopicsConsumer(Projection projection, MeterRegistry meters) {
        this.projection = projection;
        this.meters = meters;
    }

    @Incoming("topics-in")
    @Blocking(ordered = true)
    void on(ConsumerRecord<String, byte[]> message) {
        try {
            read(message);
        } catch (IOException e) {
            meters.counter("fluxhero.gateway.unreadable", "topic", message.topic())
                    .increment();
            LOG.warnf(
                    "message.unreadable topic=%s offset=%d reason=%s",
                    message.topic(), message.offset(), e.getMessage());
        }
    }

    private void read(ConsumerRecord<String, byte[]> message) throws IOException {
        byte[] value = message.value();
        switch (message.topic()) {
            case Topics.CANDLES ->
                projection.on(Wire.read(value, CandleMessage.class), Instant.ofEpochMilli(message.timestamp()));
            case Topics.INDICATORS -> projection.on(Wire.read(value, IndicatorMessage.class));
            case Topics.SIGNALS -> projection.on(Wire.read(value, SignalMessage.class));
            case Topics.ORDERS -> projection.on(Wire.read(value, OrderMessage.class));
            case Topics.FILLS -> projection.on(Wire.read(value, FillMessage.class));
            case Topics.RISK_ALERTS -> projection.on(Wire.read(value, RiskAlert.class));
            case Topics.PORTFOLIO -> projection.on(Wire.read(value, PortfolioMessage.class));
            default -> throw new IOException("a topic that nobody reads here");
        }
    }
}
