package io.fluxhero.launcher.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {"3:3", "2-4:2 3 4", "8-:8 9", "0,2-3, 9:0 2 3 9", "0-:0 1 2 3 4 5 6 7 8 9", "5-5:5"})
    void means_what_people_write(String text, String contained) {
        Offsets offsets = Offsets.parse(text);

        assertThat(LongStream.range(0, 10).filter(offsets::contains).mapToObj(String::valueOf))
                .containsExactly(contained.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-3", "a", "1,,2", "1--2", "1-2-3", "1.5", "9999999999999999999"})
    void refuses_what_is_no_range(String text) {
        assertThatThrownBy(() -> Offsets.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must look like");
    }

    @Test
    void refuses_a_range_that_ends_before_it_begins() {
        assertThatThrownBy(() -> Offsets.parse("1,9-3")).hasMessage("9-3 ends before it begins");
    }
}
