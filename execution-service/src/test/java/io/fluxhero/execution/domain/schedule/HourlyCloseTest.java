package io.fluxhero.execution.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourlyCloseTest {

    private static final HourlyClose WITHIN_A_MINUTE = new HourlyClose(Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({
        "10:58:59, false, false",
        "10:59, true, false",
        "10:59:59, true, false",
        "11:00, false, true",
        "11:00:59, false, true",
        "11:01, false, false"
    })
    void asks_in_the_last_minute_of_an_hour_and_sends_in_the_first(LocalTime now, boolean asks, boolean sends) {
        assertThat(HourlyClose.isSignalCheck(now)).isEqualTo(asks);
        assertThat(HourlyClose.isSubmission(now)).isEqualTo(sends);
    }

    @ParameterizedTest
    @CsvSource({"09:31, 10:00", "10:00, 11:00", "13:59:59, 14:00", "14:30, 15:00"})
    void an_order_goes_out_at_the_next_full_hour(LocalTime now, LocalTime hour) {
        assertThat(HourlyClose.submitAt(now)).contains(hour);
    }

    @ParameterizedTest
    @CsvSource({"15:00", "15:59", "16:00", "22:10", "23:00", "23:59:59"})
    void none_goes_out_once_the_session_is_over_by_then(LocalTime now) {
        assertThat(HourlyClose.submitAt(now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10:59:59.999, false", "11:00, true", "11:01, true", "11:01:00.001, false", "10:00:30, false"})
    void it_is_due_from_its_time_to_the_end_of_the_window(LocalTime now, boolean due) {
        assertThat(WITHIN_A_MINUTE.isDue(LocalTime.of(11, 0), now)).isEqualTo(due);
    }
}
