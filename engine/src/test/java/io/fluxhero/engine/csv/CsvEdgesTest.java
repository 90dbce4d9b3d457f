package io.fluxhero.engine.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.csv.Header.Role;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleRules.Flaw;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Timeframe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as nobody would write them, and what is said about them. */
class CsvEdgesTest {

    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final byte COMMA = (byte) ',';

    private static CsvBars daily(String file) {
        return CsvImport.read(bytes(file), Timeframe.D1, null);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void keeps_a_thousand_bad_rows_and_counts_the_rest() {
        CsvBars bars = daily(HEADER + "2024-03-08,x,12,9,11,1\n".repeat(1_001));

        assertThat(bars.size()).isZero();
        assertThat(bars.findings().badRowCount()).isEqualTo(1_001);
        assertThat(bars.findings().badRows()).hasSize(1_000);
        assertThat(bars.findings().badRows().getLast().line()).isEqualTo(1_001);
        assertThat(bars.findings().refusal())
                .contains("1001 of 1001 rows are bad, more than 5 %; the first: "
                        + "line 2, column open: is no number: 'x'");
    }

    @Test
    void a_file_without_rows_is_refused_and_has_dropped_nothing() {
        CsvFindings none = new CsvFindings(0, List.of(), 0, 0, false, 0, List.of(), List.of());

        assertThat(none.refusal()).contains("it has no rows");
        assertThat(none.droppedRatio()).isZero();
    }

    @Test
    void gives_its_bars_as_candles_and_as_a_series() {
        CsvBars bars = daily(HEADER + "2024-03-07,10,12,9,11,1\n2024-03-08,11,13,10,12,2\n");

        CandleSeries first = bars.series(1);

        assertThat(first.size()).isOne();
        assertThat(first.candle(0)).isEqualTo(bars.candle(0));
        assertThat(bars.series(2).candle(1)).isEqualTo(bars.candles().get(1));
        assertThat(bars.candle(1))
                .extracting(Candle::open, Candle::high, Candle::low, Candle::close, Candle::volume)
                .containsExactly(11.0, 13.0, 10.0, 12.0, 2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-08,10,12,9,11.000001,1",
                "2024-03-08,10.000001,12,9,11,1",
                "2024-03-08,10,12.000001,9,11,1",
                "2024-03-08,10,12,9.000001,11,1",
                "2024-03-08,10,12,9,11,2"
            })
    void two_bars_of_one_time_must_be_equal_in_everything(String other) {
        String first = "2024-03-08,10,12,9,11,1\n";

        assertThat(daily(HEADER + first + first).size()).isOne();
        assertThatThrownBy(() -> daily(HEADER + first + other))
                .hasMessage("lines 2 and 3 hold two different bars of one time: leave the right one");
    }

    @Test
    void sorts_every_column_along_with_the_times() {
        CsvBars bars = daily(HEADER + "2024-03-11,13,16,12,15,7\n2024-03-08,10,12,9,11,1\n");

        assertThat(bars.opens()).containsExactly(10, 13);
        assertThat(bars.highs()).containsExactly(12, 16);
        assertThat(bars.lows()).containsExactly(9, 12);
        assertThat(bars.closes()).containsExactly(11, 15);
        assertThat(bars.volumes()).containsExactly(1, 7);
        assertThat(daily(HEADER + "2024-03-08,10,12,9,11,1\n").findings().sorted())
                .isFalse();
    }

    @Test
    void looks_for_gaps_in_days_only_in_daily_bars() {
        String file = HEADER + "2024-03-01,10,12,9,11,0\n2024-03-12,10,12,9,11,1\n";

        assertThat(daily(file).findings().gaps()).containsExactly(new CsvFindings.Gap(0, 1, 11));
        assertThat(CsvImport.read(bytes(file), Timeframe.H1, null).findings().gaps())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 12, 9, 11, open",
        "10, 0, 9, 11, high",
        "10, 12, 0, 11, low",
        "10, 12, 9, 0, close",
        "10, 12, -1, 11, low"
    })
    void a_price_that_is_not_positive_is_shown_in_its_column(
            String open, String high, String low, String close, String column) {
        CsvFindings findings = daily(HEADER + String.join(",", "2024-03-08", open, high, low, close, "1"))
                .findings();

        assertThat(findings.badRows()).extracting(BadRow::column).containsExactly(column);
        assertThat(findings.badRows().getFirst().reason()).startsWith("price not positive in open " + open);
    }

    @Test
    void names_the_column_of_every_other_flaw() {
        Candle any = new Candle(0, 1, 1, 1, 1, 1);

        assertThat(Flaws.columnOf(Flaw.NEGATIVE_VOLUME, any)).isEqualTo(Role.VOLUME);
        assertThat(Flaws.columnOf(Flaw.BELOW_LOW, any)).isEqualTo(Role.LOW);
        assertThat(Flaws.columnOf(Flaw.ABOVE_HIGH, any)).isEqualTo(Role.HIGH);
        assertThat(Flaws.columnOf(Flaw.HIGH_BELOW_LOW, any)).isEqualTo(Role.HIGH);
    }

    @ParameterizedTest
    @CsvSource({"12.000000001, 1", "12.0000001, 0"})
    void a_close_may_be_above_the_high_by_no_more_than_rounding(String close, int bars) {
        assertThat(daily(HEADER + "2024-03-08,10,12,9," + close + ",1").size()).isEqualTo(bars);
    }

    @Test
    void a_file_without_a_volume_column_has_silent_bars() {
        CsvBars bars = daily("t,o,h,l,c\n2024-03-08,10,12,9,11\n2024-03-11,10,12,9,11\n");

        assertThat(bars.volumes()).containsExactly(0, 0);
        assertThat(bars.findings().zeroVolumes()).isEqualTo(2);
        assertThat(bars.findings().notes()).containsExactly("there is no volume column: volume is taken as 0");
    }

    @Test
    void says_what_it_takes_the_columns_for_where_there_is_no_header() {
        assertThat(daily("2024-03-08,10,12,9,11,5").findings().notes())
                .containsExactly(
                        "there is no header: the columns are taken as [timestamp, open, high, low, close, volume]");
        assertThat(daily("2024-03-08,10,12,9,11,5").volumes()).containsExactly(5);
    }

    @Test
    void a_heading_is_one_only_in_the_first_three_lines() {
        String row = "2024-03-08,10,12,9,11,5\n";

        assertThat(daily(HEADER + "Ticker,,,,,\ndate,,,,,\n" + row).findings().badRowCount())
                .isZero();
        assertThat(daily(HEADER + row + row + "Date,,,,,\n").findings().badRows())
                .extracting(BadRow::toString)
                .containsExactly("line 4, column timestamp: is no time: 'Date'");
        assertThat(daily(HEADER + "Symbol,,,,,\n" + row).findings().badRowCount())
                .isOne();
    }

    @Test
    void a_quoted_row_that_is_bad_even_without_quotes_says_why() {
        CsvFindings findings =
                daily(HEADER + "\"2024-03-08\",\"10\",\"12\",\"oops\",11,5\n").findings();

        assertThat(findings.rows()).isOne();
        assertThat(findings.badRows())
                .extracting(BadRow::toString)
                .containsExactly("line 2, column low: is no number: 'oops'");
    }

    @Test
    void a_stranger_is_no_row_and_no_bad_one() {
        String file = "symbol,date,open,high,low,close\n\"SPY\",2024-03-08,10,12,9,11\nQQQ,never,1,1,1,1\n";

        CsvBars bars = CsvImport.read(bytes(file), Timeframe.D1, "spy");

        assertThat(bars.findings().rows()).isOne();
        assertThat(bars.findings().badRowCount()).isZero();
        assertThat(bars.findings().notes()).contains("1 rows of other symbols are left out");
        assertThat(CsvImport.read(bytes(file.replace("QQQ,never", "QQQ,2024-03-11")), Timeframe.D1, null)
                        .size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a,b | 44", "a;b;c,d | 59", "a;b,c | 44", "abc | 44"})
    void the_commonest_separator_wins_and_a_comma_where_it_is_a_draw(String line, byte separator) {
        assertThat(Lines.separatorOf(line)).isEqualTo(separator);
    }

    @Test
    void reads_tabs() {
        assertThat(Lines.separatorOf("a\tb\tc;d")).isEqualTo((byte) '\t');
        assertThat(daily((HEADER + "2024-03-08,10,12,9,11,5\n").replace(',', '\t'))
                        .closes())
                .containsExactly(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 15, 16, 17, 64})
    void counts_lines_of_every_length(int length) {
        String line = "x".repeat(length) + "\n";

        assertThat(new Lines(bytes(line)).count()).isEqualTo(1);
        assertThat(new Lines(bytes(line.repeat(5))).count()).isEqualTo(5);
        assertThat(new Lines(bytes(line.repeat(5) + "y")).count()).isEqualTo(6);
        assertThat(new Lines(new byte[0]).count()).isZero();
    }

    @Test
    void a_byte_order_mark_is_whole_or_none() {
        assertThat(new Lines(bytes("\u00ef\u00bb\u00bfa")).current()).isEqualTo("a");
        assertThat(new Lines(bytes("\u00ef\u00bb\u00bf")).isAtEnd()).isTrue();
        assertThat(new Lines(bytes("\u00ef\u00bb")).at()).isZero();
        assertThat(new Lines(bytes("\u00efxy")).at()).isZero();
        assertThat(new Lines(bytes("\u00ef\u00bby")).at()).isZero();
        assertThat(new Lines(bytes("xyz")).at()).isZero();
    }

    @Test
    void walks_from_line_to_line() {
        Lines lines = new Lines(bytes("one\r\n , \n"));

        assertThat(lines.current()).isEqualTo("one");
        assertThat(lines.isBlank(COMMA)).isFalse();
        lines.next(lines.at() + 2);
        assertThat(lines.line()).isEqualTo(2);
        assertThat(lines.at()).isEqualTo(5);
        assertThat(lines.isBlank(COMMA)).isTrue();
        assertThat(lines.isBlank((byte) ';')).isFalse();
        assertThat(lines.isAtEnd()).isFalse();
        lines.next(lines.at());
        assertThat(lines.isAtEnd()).isTrue();
    }

    @Test
    void takes_cells_apart_and_quotes_off() {
        assertThat(Lines.cellsOf(" a ,\"b,c\",, d", COMMA)).containsExactly("a", "bc", "", "d");
        assertThat(Lines.cellsOf(",", COMMA)).containsExactly("", "");
        assertThat(Lines.unquoted("\"1;2\";3", (byte) ';')).isEqualTo("12;3");
    }

    @Test
    void a_header_must_have_what_a_bar_needs_once() {
        assertThatThrownBy(() -> Header.of(List.of("o", "h", "x")))
                .hasMessage("the header [o, h, x] has no column timestamp, low, close: "
                        + "needed are timestamp (or date), open, high, low and close, in any order");
        assertThatThrownBy(() -> Header.of(List.of("date", "time", "o", "h", "l", "c")))
                .hasMessage("two columns mean timestamp in the header [date, time, o, h, l, c]: "
                        + "leave one, a file holds one symbol's bars");
    }

    @Test
    void a_header_knows_its_columns_by_role() {
        Header header = Header.of(List.of("Open Time", "O", "H", "L", "Close/Last", "Adjusted Close", "note", "memo"));

        assertThat(header.roles())
                .containsExactly(
                        Role.TIME, Role.OPEN, Role.HIGH, Role.LOW, Role.CLOSE, Role.OTHER, Role.OTHER, Role.OTHER);
        assertThat(header.has(Role.VOLUME)).isFalse();
        assertThat(header.nameOf(Role.CLOSE)).isEqualTo("Close/Last");
        assertThat(header.nameOf(Role.TIME)).isEqualTo("Open Time");
        assertThat(header.nameOf(Role.VOLUME)).isEqualTo("volume");
        assertThat(header.adjustedClose()).contains("Adjusted Close");
        assertThat(Header.plain().adjustedClose()).isEmpty();
    }

    @Test
    void price_is_a_time_only_where_nothing_else_is() {
        assertThat(Header.of(List.of("Price", "o", "h", "l", "c")).roles().getFirst())
                .isEqualTo(Role.TIME);
        assertThat(Header.of(List.of("Price", "date", "o", "h", "l", "c"))
                        .roles()
                        .getFirst())
                .isEqualTo(Role.OTHER);
    }

    @Test
    void reads_cells_at_the_very_end_of_a_file_and_blank_cells_behind_a_row() {
        assertThat(daily(HEADER + "2024-03-08,10,12,9,11,5").volumes()).containsExactly(5);
        assertThat(daily(HEADER + "2024-03-08,10,12,9,11,5,, ,\n").volumes()).containsExactly(5);
        assertThat(daily(HEADER + "2024-03-08,10,12,9,11,5,, ,7\n").findings().badRowCount())
                .isOne();
        assertThat(daily(HEADER + "2024-03-08,10,12,9,11\n2024-03-11,10,12,9,11,6\n")
                        .volumes())
                .containsExactly(6);
    }

    @Test
    void rounds_volume_and_refuses_prices_without_end() {
        assertThat(daily(HEADER + "2024-03-08,10,12,9,11,5.5\n").volumes()).containsExactly(6);
        assertThat(daily(HEADER + "2024-03-08,10,12,9,11,-0.5\n").volumes()).containsExactly(0);
        assertThat(daily(HEADER + "2024-03-08,10,1e999,9,11,5\n").findings().badRows())
                .extracting(BadRow::toString)
                .containsExactly("line 2, column high: is no number: '1e999'");
    }
}
