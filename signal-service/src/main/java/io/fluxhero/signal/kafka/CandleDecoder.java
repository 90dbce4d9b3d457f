package io.fluxhero.signal.kafka;

import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleCorrected;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleRules;
import io.fluxhero.engine.market.CandleRules.Flaw;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.outbox.Decoder;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bar that cannot be believed is not a bar: it goes where unreadable bytes go, and never into an indicator. */
final class CandleDecoder implements Decoder<CandleMessage> {

    @Override
    public CandleMessage decode(byte @Nullable [] value) throws IOException {
        CandleMessage message = Wire.read(value, CandleMessage.class);
        switch (message) {
            case CandleClosed closed -> requireBelievable(closed);
            case CandleCorrected corrected -> requireTimeframe(corrected.timeframe());
        }
        return message;
    }

    @Override
    public String messageId(CandleMessage message) {
        return message.meta().messageId();
    }

    @Override
    public String correlationId(CandleMessage message) {
        return message.meta().correlationId();
    }

    private static void requireBelievable(CandleClosed closed) throws IOException {
        requireTimeframe(closed.timeframe());
        Optional<Flaw> flaw = CandleRules.flawOf(new Candle(
                closed.openTime().toEpochMilli(),
                closed.open().doubleValue(),
                closed.high().doubleValue(),
                closed.low().doubleValue(),
                closed.close().doubleValue(),
                closed.volume()));
        if (flaw.isPresent()) {
            throw new IOException("a candle that cannot be believed: " + flaw.get() + " in " + closed);
        }
    }

    private static void requireTimeframe(String code) throws IOException {
        try {
            Timeframe.parse(code);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
