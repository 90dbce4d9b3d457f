package io.fluxhero.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.engine.strategy.Signal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadSignalTest {

    private static final EntrySignalled ENTRY =
            Said.longEntry("sig", "SPY", Instant.parse("2024-06-03T04:00:00Z"), "100", "95");

    @Test
    void an_entry_wants_the_share_of_the_size_that_its_message_says_or_all_of_it() {
        assertThat(sizeFactor(Said.wanting("0.7", ENTRY))).isEqualTo(0.7);
        assertThat(sizeFactor(ENTRY)).isEqualTo(1);
    }

    private static double sizeFactor(EntrySignalled message) {
        return ((Signal.Entry) ReadSignal.of(message).signal()).sizeFactor();
    }
}
