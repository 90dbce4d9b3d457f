package io.fluxhero.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private static final String CANDLE = new String(Wire.write(Samples.all().getFirst()), StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"type\":\"candle-closed\"}",
                "{\"type\":\"no-such-thing\",\"meta\":{}}",
                "not json at all"
            })
    void refuses_what_is_not_such_a_message(String text) {
        assertThatThrownBy(() -> Wire.read(text.getBytes(StandardCharsets.UTF_8), CandleMessage.class))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refuses_a_tombstone() {
        assertThatThrownBy(() -> Wire.read(null, CandleMessage.class)).isInstanceOf(IOException.class);
    }

    @Test
    void refuses_random_bytes() {
        byte[] noise = new byte[10_000];
        new Random(7).nextBytes(noise);

        assertThatThrownBy(() -> Wire.read(noise, CandleMessage.class)).isInstanceOf(IOException.class);
    }

    @Test
    void ignores_fields_that_a_newer_writer_added() throws IOException {
        String newer = CANDLE.replaceFirst("\\{", "{\"addedLater\":42,");

        assertThat(Wire.read(newer.getBytes(StandardCharsets.UTF_8), CandleMessage.class))
                .isInstanceOf(CandleClosed.class);
    }

    @Test
    void refuses_a_message_whose_required_field_is_missing() {
        String without = CANDLE.replace("\"close\":420.5,", "");

        assertThatThrownBy(() -> Wire.read(without.getBytes(StandardCharsets.UTF_8), CandleMessage.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messageId", "correlationId", "occurredAt"})
    void refuses_a_message_without_an_identity_a_cause_or_a_time(String field) {
        String without =
                CANDLE.replaceFirst("\"" + field + "\":\"[^\"]*\",?", "").replace(",}", "}");
        assertThat(without).isNotEqualTo(CANDLE);

        assertThatThrownBy(() -> Wire.read(without.getBytes(StandardCharsets.UTF_8), CandleMessage.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(field);
    }

    @Test
    void refuses_a_blank_identity() {
        String blank = CANDLE.replaceFirst("\"messageId\":\"[^\"]*\"", "\"messageId\":\" \"");

        assertThatThrownBy(() -> Wire.read(blank.getBytes(StandardCharsets.UTF_8), CandleMessage.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("messageId must not be blank");
    }

    @Test
    void refuses_a_zero_character_and_knows_it_from_a_backslash() throws IOException {
        String zero = CANDLE.replaceFirst("\"messageId\":\"", "\"messageId\":\"a\\\\u0000");
        String backslash = CANDLE.replaceFirst("\"messageId\":\"", "\"messageId\":\"a\\\\\\\\u0000");
        assertThat(zero).contains("\"a\\u0000");

        assertThatThrownBy(() -> Wire.read(zero.getBytes(StandardCharsets.UTF_8), CandleMessage.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("zero character");
        assertThat(Wire.read(backslash.getBytes(StandardCharsets.UTF_8), CandleMessage.class)
                        .meta()
                        .messageId())
                .startsWith("a\\u0000");
    }

    @Test
    void keeps_the_scale_of_decimals() throws IOException {
        CandleMessage read = Wire.read(CANDLE.getBytes(StandardCharsets.UTF_8), CandleMessage.class);

        assertThat(((CandleClosed) read).open()).isEqualByComparingTo("418.25").hasToString("418.25");
    }
}
