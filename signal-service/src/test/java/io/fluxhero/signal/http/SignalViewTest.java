package io.fluxhero.signal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.signal.SignalMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignalViewTest {

    private static final String ENTRY = """
            {"type":"entry-signalled","meta":{"messageId":"sig-1","correlationId":"cnd-1","occurredAt":"2026-01-22T15:00:00Z"},
            "signalId":"sig-1","symbol":"SPY","timeframe":"1h","barTime":"2026-01-22T15:00:00Z","side":"LONG","mode":"TREND",
            "price":420.5,"stopPrice":412.5,"trailingAtrMultiple":2.5,"targetPrice":436.5,"sizeFactor":0.7,
            "explanation":{"signalType":"LONG","mode":"TREND","regime":"STRONG_TREND","volatility":"HIGH","price":420.5,
            "trigger":"KAMA crossover","noiseFilterPassed":true,"volumeValidated":true,"formattedReason":"BUY SPY",
            "compactReason":"TREND BUY"},"strategy":"dual-mode","configHash":"9f2c","schemaVersion":1}""";

    @Test
    void tells_the_whole_exit_plan_of_an_entry_and_the_size_that_it_wants() throws IOException {
        SignalView view = SignalView.of(Wire.read(ENTRY.getBytes(StandardCharsets.UTF_8), SignalMessage.class));

        assertThat(view.stopPrice()).isEqualByComparingTo("412.5");
        assertThat(view.trailingAtrMultiple()).isEqualByComparingTo("2.5");
        assertThat(view.targetPrice()).isEqualByComparingTo("436.5");
        assertThat(view.sizeFactor()).isEqualByComparingTo("0.7");
    }
}
