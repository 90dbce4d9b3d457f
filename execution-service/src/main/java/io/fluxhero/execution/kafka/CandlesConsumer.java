package io.fluxhero.execution.kafka;

import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleCorrected;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.execution.DeskThread;
import io.fluxhero.execution.QueueCandle;
import io.fluxhero.outbox.Consumption;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

@ApplicationScoped
class CandlesConsumer {

    private static final Logger LOG = Logger.getLogger(CandlesConsumer.class);
    private static final WireDecoder<CandleMessage> DECODER = new WireDecoder<>(CandleMessage.class);

    private final Consumption consumption;
    private final QueueCandle queueCandle;
    private final DeskThread desk;

    CandlesConsumer(Consumption consumption, QueueCandle queueCandle, DeskThread desk) {
        this.consumption = consumption;
        this.queueCandle = queueCandle;
        this.desk = desk;
    }

    @Incoming("candles-in")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> batch) {
        consumption.each(batch, DECODER, this::handle);
        desk.wake();
    }

    private void handle(CandleMessage message) {
        switch (message) {
            case CandleClosed closed -> queueCandle.on(closed);
            case CandleCorrected corrected ->
                LOG.infof(
                        "candle.corrected symbol=%s time=%s revision=%d traded=no",
                        corrected.symbol(), corrected.openTime(), corrected.revision());
        }
    }
}
