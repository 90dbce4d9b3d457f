package io.fluxhero.execution.domain.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.execution.domain.broker.AlpacaStatus.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlpacaStatusTest {

    @ParameterizedTest
    @CsvSource({
        "new, PENDING",
        "accepted, PENDING",
        "pending_cancel, PENDING",
        "replaced, PENDING",
        "done_for_day, PENDING",
        "partially_filled, PARTIALLY_FILLED",
        "filled, FILLED",
        "canceled, CANCELLED",
        "cancelled, CANCELLED",
        "expired, CANCELLED",
        "rejected, REJECTED"
    })
    void means_what_happened_to_the_money(String name, Meaning meaning) {
        assertThat(AlpacaStatus.parse(name)).isPresent();
        assertThat(AlpacaStatus.meaningOf(name)).isEqualTo(meaning);
    }

    @Test
    void a_status_that_nobody_knows_is_none_and_has_happened_to_no_money() {
        assertThat(AlpacaStatus.parse("pending_review")).isEmpty();
        assertThat(AlpacaStatus.meaningOf("pending_review")).isEqualTo(Meaning.PENDING);
    }
}
