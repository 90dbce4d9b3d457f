package io.fluxhero.engine.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvImportTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";

    @Test
    void reads_dates_as_exchange_dates() {
        CsvBars bars = daily(HEADER + "2024-03-08,10,12,9,11,1000\n2024-03-11,11,12.5,10.25,12,2000\n");

        assertThat(bars.candles())
                .containsExactly(
                        new Candle(midnight("2024-03-08"), 10, 12, 9, 11, 1000),
                        new Candle(midnight("2024-03-11"), 11, 12.5, 10.25, 12, 2000));
        assertThat(bars.findings().refusal()).isEmpty();
        assertThat(bars.findings().notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-08",
                "20240308",
                "2024/03/08",
                "03/08/2024",
                "2024-03-08T16:00:00",
                "2024-03-08 00:00:00-05:00",
                "2024-03-08 00:00:00-0500",
                "2024-03-08T00:00:00Z",
                "2024-03-08T14:30:00.000Z",
                "1709908200",
                "1709908200000",
                "1709856000"
            })
    void gives_a_daily_bar_its_exchange_date_in_every_form(String time) {
        assertThat(daily(HEADER + time + ",10,12,9,11,1000").openTimes()).containsExactly(midnight("2024-03-08"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-08T09:30:00,2024-01-08T14:30:00Z",
        "2024-01-08 09:30,2024-01-08T14:30:00Z",
        "2024-07-08T09:30:00,2024-07-08T13:30:00Z",
        "2024-07-08T09:30:00Z,2024-07-08T09:30:00Z",
        "2024-07-08T09:30:00 +02:00,2024-07-08T07:30:00Z",
        "2024-07-08T09:30:00.250-04:00,2024-07-08T13:30:00.250Z",
        "1720445400,2024-07-08T13:30:00Z",
        "1720445400000,2024-07-08T13:30:00Z",
        "2024-03-10T03:30:00,2024-03-10T07:30:00Z",
        "2024-11-03T01:30:00,2024-11-03T05:30:00Z",
        "2024-11-03T02:30:00,2024-11-03T07:30:00Z"
    })
    void reads_times_of_day_in_new_york_where_no_zone_is_named(String time, Instant expected) {
        CsvBars bars = CsvImport.read(bytes(HEADER + time + ",10,12,9,11,1000"), Timeframe.M1, null);

        assertThat(bars.openTimes()).containsExactly(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-13-08",
                "2024-02-30",
                "2023-02-29",
                "yesterday",
                "2024-03-08T25:00",
                "2024-03-08X",
                "2024-03-08T10:00:00+5",
                "08.03.2024",
                "",
                "2024-03-08T10:6"
            })
    void refuses_what_is_no_time(String time) {
        CsvBars bars = daily(HEADER + time + ",10,12,9,11,1000\n2024-03-11,10,12,9,11,1000\n");

        assertThat(bars.findings().badRows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.column()).isEqualTo("timestamp");
            assertThat(row.reason()).startsWith("is no time");
        });
    }

    @Test
    void reads_yahoos_heading_of_three_lines() {
        CsvBars bars = daily("""
                Price,Close,High,Low,Open,Volume
                Ticker,SPY,SPY,SPY,SPY,SPY
                Date,,,,,
                2025-01-22,599.4011840820312,600.7651715456991,598.3337025176967,598.8872003053638,48196000
                """);

        assertThat(bars.candles())
                .containsExactly(new Candle(
                        midnight("2025-01-22"),
                        598.8872003053638,
                        600.7651715456991,
                        598.3337025176967,
                        599.4011840820312,
                        48196000));
        assertThat(bars.findings().badRowCount()).isZero();
    }

    @Test
    void reads_yahoos_form_with_a_ticker_in_each_row() {
        String file = """
                Ticker,Price,open,high,low,close,volume
                AAPL,2025-01-22 00:00:00-05:00,10,12,9,11,1000
                MSFT,2025-01-22 00:00:00-05:00,20,22,19,21,1000
                """;

        CsvBars bars = CsvImport.read(bytes(file), Timeframe.D1, "aapl");

        assertThat(bars.opens()).containsExactly(10);
        assertThat(bars.openTimes()).containsExactly(midnight("2025-01-22"));
        assertThat(bars.findings().notes()).containsExactly("1 rows of other symbols are left out");
        assertThatThrownBy(() -> CsvImport.read(bytes(file), Timeframe.D1, "SPY"))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("other symbols")
                .hasMessageContaining("MSFT");
    }

    @Test
    void takes_columns_in_any_order_and_case_and_leaves_the_adjusted_close() {
        CsvBars bars = daily("Volume,CLOSE,Adj Close,low,High,Open,Date\n5,11,8,9,12,10,2024-03-08\n");

        assertThat(bars.candle(0)).isEqualTo(new Candle(midnight("2024-03-08"), 10, 12, 9, 11, 5));
        assertThat(bars.findings().notes()).singleElement().asString().contains("'Adj Close' is left out");
    }

    /** Six columns in their usual order are read by a shorter way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1709908200000,10.5,12,9,11.25,1000",
                "1709908200000,10.5,12,9,11.25,1000,",
                "1709908200000,10.5,12,9,11.25,1000,7",
                "1709908200000,10.5,12,9,11.25",
                "1709908200000,10.5,12,,11.25,1000",
                "1709908200000,nan,12,9,11.25,1000",
                "1709908200000,10.5,12,9,11x,1000",
                "1709908200000,10.5,12,9,13,1000",
                "1709908200000,10.5;12,9,11.25,1000",
                "1709908200000,10.5,12,9,-1,1000",
                "1709908200000,1e1,12.000000000000000001,9,11.25,1000",
                "noon,10.5,12,9,11.25,1000",
                "1709908200000",
                "\"1709908200000\",\"10.5\",12,9,11.25,\"1,000\"",
                "2024-03-08T09:30,10.5,12,9,11.25,1000"
            })
    void reads_the_usual_order_as_any_other(String row) {
        String rows = row + "\n1709908260000,10,12,9,11,1000\n" + row.replace("1709908200000", "1709908320000");
        CsvBars usual = minutes("timestamp,open,high,low,close,volume\n" + rows);
        CsvBars other = minutes("symbol,timestamp,open,high,low,close,volume\n"
                + rows.lines().map(line -> "SPY," + line).collect(Collectors.joining("\n")));

        assertThat(usual.candles()).isEqualTo(other.candles()).isNotEmpty();
        assertThat(usual.findings()).isEqualTo(other.findings());
    }

    private static CsvBars minutes(String file) {
        return CsvImport.read(bytes(file), Timeframe.M1, null);
    }

    @Test
    void skips_a_byte_order_mark_blank_lines_and_carriage_returns() {
        String file = "\r\nDate;Open;High;Low;Close;Volume\r\n\r\n2024-03-08;10;12;9;11;1000\r\n;;;;;\r\n   \r\n";
        byte[] bytes = bytes("\u00ef\u00bb\u00bf" + file);

        CsvBars bars = CsvImport.read(bytes, Timeframe.D1, null);

        assertThat(bars.size()).isOne();
        assertThat(bars.findings().rows()).isOne();
        assertThat(bars.volumes()).containsExactly(1000);
    }

    @Test
    void reads_quoted_cells_and_thousands_in_them() {
        CsvBars bars = daily("""
                "Date","Open","High","Low","Close","Volume"
                "03/08/2024","1,010.5","1,012","1,009","1,011","12,345,678"
                """);

        assertThat(bars.candle(0)).isEqualTo(new Candle(midnight("2024-03-08"), 1010.5, 1012, 1009, 1011, 12_345_678));
    }

    @Test
    void takes_a_file_without_header_or_volume_and_says_so() {
        assertThat(daily("2024-03-08,10,12,9,11,1000\n").findings().notes())
                .singleElement()
                .asString()
                .contains("no header");
        assertThat(daily("date,open,high,low,close\n2024-03-08,10,12,9,11\n")
                        .findings()
                        .notes())
                .singleElement()
                .asString()
                .contains("no volume");
    }

    @Test
    void names_line_column_and_reason_of_each_bad_row() {
        CsvBars bars = daily(HEADER + """
                2024-03-04,10,12,9,11,1000
                2024-03-05,null,12,9,11,1000
                2024-03-06,10,abc,9,11,1000
                2024-03-07,10,8,9,11,1000
                2024-03-08,10,12,9,-11,1000
                2024-03-11,10,12,9
                2024-03-12,10,12,9,11,1000,7
                2024-03-13,10,12,10.5,11,1000
                2024-03-14,10,12,9,11,-1
                """);

        assertThat(bars.size()).isOne();
        assertThat(bars.findings().badRows())
                .extracting(BadRow::toString)
                .containsExactly(
                        "line 3, column open: has no value: 'null'",
                        "line 4, column high: is no number: 'abc'",
                        "line 5, column high: high below low in open 10.0, high 8.0, low 9.0, close 11.0, volume 1000",
                        "line 6, column close: price not positive in open 10.0, high 12.0, low 9.0, close -11.0, volume 1000",
                        "line 7, column close: is not there",
                        "line 8, column volume: is followed by more cells than the header has",
                        "line 9, column low: below low in open 10.0, high 12.0, low 10.5, close 11.0, volume 1000",
                        "line 10, column volume: negative volume in open 10.0, high 12.0, low 9.0, close 11.0, volume -1");
        assertThat(bars.findings().refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("8 of 9 rows are bad", "more than 5 %", "line 3"));
    }

    @ParameterizedTest
    @CsvSource({"95,5,true", "94,6,false"})
    void goes_on_while_no_more_than_five_percent_are_bad(int good, int bad, boolean accepted) {
        StringBuilder file = new StringBuilder(HEADER);
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (int i = 0; i < good + bad; i++) {
            file.append(day.plusDays(i)).append(i < bad ? ",null,12,9,11,1000\n" : ",10,12,9,11,1000\n");
        }

        CsvFindings findings = daily(file.toString()).findings();

        assertThat(findings.refusal().isEmpty()).isEqualTo(accepted);
        assertThat(findings.droppedRatio()).isEqualTo(bad / 100.0);
    }

    @Test
    void sorts_and_leaves_out_exact_repetitions() {
        CsvBars bars =
                daily(HEADER + "2024-03-08,11,12,9,11,1000\n2024-03-07,10,12,9,11,1000\n2024-03-08,11,12,9,11,1000\n");

        assertThat(bars.opens()).containsExactly(10, 11);
        assertThat(bars.findings().duplicates()).isOne();
        assertThat(bars.findings().sorted()).isTrue();
        assertThat(bars.findings().badRowCount()).isZero();
    }

    @Test
    void refuses_two_different_bars_of_one_time() {
        assertThatThrownBy(() -> daily(HEADER + "2024-03-08,11,12,9,11,1000\n2024-03-08,10,12,9,11,1000\n"))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("lines 2 and 3");
    }

    @Test
    void warns_of_gaps_and_of_bars_without_volume() {
        CsvFindings findings = daily(
                        HEADER + "2024-03-01,10,12,9,11,0\n2024-03-06,10,12,9,11,1\n2024-03-12,10,12,9,11,1\n")
                .findings();

        assertThat(findings.zeroVolumes()).isOne();
        assertThat(findings.gaps()).containsExactly(new CsvFindings.Gap(1, 2, 6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date,open,high,low,volume | no column close",
                "date,open,high,low,close,Close,volume | two columns mean close",
                "date,open,high,low,close,volume | it has no bars",
                "'' | no column"
            })
    void says_what_is_wrong_with_the_file_as_a_whole(String file, String message) {
        assertThatThrownBy(() -> daily(file))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining(message);
    }

    private static CsvBars daily(String file) {
        return CsvImport.read(bytes(file), Timeframe.D1, null);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long midnight(String date) {
        return LocalDate.parse(date).atStartOfDay(NEW_YORK).toInstant().toEpochMilli();
    }
}
