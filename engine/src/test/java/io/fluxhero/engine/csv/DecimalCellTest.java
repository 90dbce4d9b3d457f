package io.fluxhero.engine.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.csv.DecimalCell.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalCellTest {

    private static final int RANDOM_DECIMALS = 1_000_000;

    private final DecimalCell cell = new DecimalCell((byte) ',');

    @Test
    void equals_parse_double_to_the_last_bit_for_a_million_decimals() {
        long seed = 20260122;
        Random random = new Random(seed);
        for (int i = 0; i < RANDOM_DECIMALS; i++) {
            String text = decimal(random);

            assertThat(Double.doubleToRawLongBits(readWithin(text)))
                    .as("%s within a line, seed %d, number %d", text, seed, i)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
            assertThat(Double.doubleToRawLongBits(read(text)))
                    .as("%s, seed %d, number %d", text, seed, i)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.0",
                "0.1",
                "9007199254740992",
                "9007199254740993",
                "999999999999999999",
                "1234567890123456789",
                "0.000000000000000001",
                "218.80041619812283",
                "1e3",
                "-2.5E-7",
                "4.9e-324",
                "1.7976931348623157e308",
                "+3.5",
                ".5",
                "5."
            })
    void equals_parse_double_at_the_edges(String text) {
        assertThat(Double.doubleToRawLongBits(read(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        assertThat(cell.kind()).isEqualTo(Kind.NUMBER);
        assertThat(cell.end()).isEqualTo(text.length());
        assertThat(Double.doubleToRawLongBits(readWithin(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "NULL", "NaN", "n/a", " ", "-"})
    void knows_what_people_write_for_nothing(String text) {
        assertThat(read(text)).isNaN();
        assertThat(cell.kind()).isEqualTo(Kind.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "12a", "0x10", "1f", "Infinity", "1e999", "e5", "--1", "1 2", ".", "1e"})
    void refuses_what_is_no_decimal(String text) {
        assertThat(read(text)).isNaN();
        assertThat(cell.kind()).isEqualTo(Kind.NO_NUMBER);
        assertThat(readWithin(text)).isNaN();
        assertThat(cell.kind()).isEqualTo(Kind.NO_NUMBER);
    }

    @Test
    void ends_at_the_separator_or_the_line() {
        byte[] text = "1.5,2.25\r\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(cell.read(text, 0, text.length)).isEqualTo(1.5);
        assertThat(cell.end()).isEqualTo(3);
        assertThat(cell.read(text, 4, text.length)).isEqualTo(2.25);
        assertThat(cell.end()).isEqualTo(8);
    }

    /** As in a file: with more to come behind the cell. */
    private double readWithin(String text) {
        byte[] bytes = (text + ",123456789012345678\n").getBytes(StandardCharsets.ISO_8859_1);
        double value = cell.read(bytes, 0, bytes.length);
        assertThat(cell.end()).isEqualTo(text.length());
        return value;
    }

    private double read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return cell.read(bytes, 0, bytes.length);
    }

    private static String decimal(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        int whole = random.nextInt(12);
        int decimals = random.nextInt(whole == 0 ? 1 : 0, 13);
        for (int i = 0; i < whole; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        text.append(decimals > 0 ? "." : "");
        for (int i = 0; i < decimals; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return random.nextInt(20) == 0 ? text + "e" + random.nextInt(-30, 30) : text.toString();
    }
}
