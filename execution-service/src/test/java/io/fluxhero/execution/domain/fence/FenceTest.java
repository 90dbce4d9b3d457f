package io.fluxhero.execution.domain.fence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FenceTest {

    @ParameterizedTest
    @CsvSource({
        "5,false, 6,false, true",
        "5,true, 6,false, true",
        "5,false, 5,true, true",
        "5,false, 5,false, false",
        "5,true, 5,true, false",
        "5,true, 5,false, false",
        "5,false, 4,true, false",
        "5,true, 4,false, false"
    })
    void rises_to_a_higher_epoch_and_at_the_same_one_to_a_halt(
            long epoch, boolean halted, long told, boolean toldHalted, boolean rises) {
        Fence before = new Fence(epoch, halted, "ann", "drill", Instant.EPOCH);
        Fence word = new Fence(told, toldHalted, "bob", "cause found", Instant.EPOCH);

        assertThat(before.raisedTo(word)).isEqualTo(rises ? word : before);
    }
}
