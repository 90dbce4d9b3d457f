package io.fluxhero.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongerAtrTest {

    @Test
    void minutes_stand_below_hours_and_hours_below_days() {
        assertThat(LongerAtr.above(Timeframe.M1)).contains(Timeframe.H1);
        assertThat(LongerAtr.above(Timeframe.M30)).contains(Timeframe.H1);
        assertThat(LongerAtr.above(Timeframe.H1)).contains(Timeframe.D1);
        assertThat(LongerAtr.above(Timeframe.H4)).contains(Timeframe.D1);
        assertThat(LongerAtr.above(Timeframe.D1)).isEmpty();
        assertThat(LongerAtr.above(Timeframe.W1)).isEmpty();
        assertThatThrownBy(() -> new LongerAtr(Timeframe.M5, 14))
                .hasMessage("bars are put together to 1h or 1d, not to 5m");
    }

    @Test
    void an_hour_counts_from_half_past_and_once_it_is_over() {
        LongerAtr atr = new LongerAtr(Timeframe.H1, 2);

        // 09:30 to 10:30: closes at 101. 10:30 to 11:30: 100 to 104, closes at 103, true range 4.
        atr.update(at("2024-06-03T09:30"), 101, 99, 100);
        atr.update(at("2024-06-03T10:00"), 102, 100, 101);
        atr.update(at("2024-06-03T10:30"), 104, 100, 102);
        atr.update(at("2024-06-03T11:00"), 103.5, 101, 103);
        // 15:30, the short last one: 98 to 100, closes at 99, true range 103 - 98 = 5.
        atr.update(at("2024-06-03T15:30"), 100, 98, 99);
        assertThat(atr.value()).as("the third hour is not over").isNaN();

        // 09:30 of the next day is no part of it.
        atr.update(at("2024-06-04T09:30"), 120, 90, 110);
        assertThat(atr.value()).isEqualTo((4 + 5) / 2.0);

        atr.update(at("2024-06-04T10:00"), 130, 90, 110);
        assertThat(atr.value()).as("the hour goes on").isEqualTo(4.5);

        // It was 90 to 130, closed at 110: true range 40; Wilder: (4.5 + 40) / 2.
        atr.update(at("2024-06-04T10:30"), 110, 109, 110);
        assertThat(atr.value()).isEqualTo(22.25);
    }

    @Test
    void a_day_is_one_of_the_exchange() {
        LongerAtr atr = new LongerAtr(Timeframe.D1, 1);

        atr.update(at("2024-06-03T09:30"), 101, 99, 100);
        atr.update(at("2024-06-04T09:30"), 103, 100, 102);
        // 20:00 in New York is the next day in Greenwich.
        atr.update(at("2024-06-04T20:00"), 105, 101, 104);
        assertThat(atr.value()).isNaN();

        atr.update(at("2024-06-05T09:30"), 104, 104, 104);
        assertThat(atr.value()).as("100 to 105").isEqualTo(5);
    }

    @Test
    void a_series_at_once_is_what_its_bars_are_one_by_one_also_where_some_are_missing() {
        Random random = new Random(7);
        CandleSeries bars = new CandleSeries();
        long time = at("2024-06-03T09:30");
        for (int i = 0; i < 5000; i++) {
            double low = 90 + random.nextDouble();
            bars.add(time, low + 1, low + 2 + random.nextDouble(), low, low + 1, 100);
            time += random.nextInt(8) == 0 ? 60_000L * random.nextInt(1, 200) : 60_000;
        }
        LongerAtr atOnce = new LongerAtr(Timeframe.H1, 3);
        LongerAtr oneByOne = new LongerAtr(Timeframe.H1, 3);
        int stretches = 0;
        int taken = 0;
        for (int from = 0; from < bars.size(); from = taken) {
            int asked = Math.min(bars.size(), from + 1 + random.nextInt(100));
            taken = atOnce.update(bars, from, asked);
            assertThat(taken).isBetween(from + 1, asked);
            for (int i = from; i < taken; i++) {
                oneByOne.update(bars.openTime(i), bars.highs()[i], bars.lows()[i], bars.closes()[i]);
            }
            assertThat(Double.compare(atOnce.value(), oneByOne.value())).isZero();
            stretches++;
        }
        assertThat(stretches).isLessThan(bars.size() / 5);
        assertThat(atOnce.value()).isPositive();
    }

    private static long at(String time) {
        return LocalDateTime.parse(time)
                .atZone(TradingCalendar.NEW_YORK)
                .toInstant()
                .toEpochMilli();
    }
}
