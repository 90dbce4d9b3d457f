package io.fluxhero.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarViewTest {

    private final CandleSeries series = CandleSeries.of(List.of(bar(1), bar(2), bar(3)));
    private final BarCursor cursor = new BarCursor(series);

    @Test
    void ends_at_the_current_bar_although_the_series_goes_on() {
        cursor.advance();
        cursor.advance();

        assertThat(cursor.view().close()).isEqualTo(2);
        assertThat(cursor.view().close(1)).isEqualTo(1);
        assertThatThrownBy(() -> cursor.view().close(-1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("a strategy cannot see 1 bars ahead");
        assertThatThrownBy(() -> cursor.view().close(2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("there are only 2 bars, none is 2 bars ago");
    }

    @Test
    void shows_nothing_before_the_first_bar() {
        assertThat(cursor.index()).isEqualTo(-1);
        assertThatThrownBy(() -> cursor.view().close()).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void follows_a_series_that_grows() {
        while (cursor.advance()) {
            assertThat(cursor.view().size()).isEqualTo(cursor.index() + 1);
        }
        for (int time = 4; time < 2000; time++) {
            series.add(bar(time));
            assertThat(cursor.advance()).isTrue();
            assertThat(cursor.view().openTime()).isEqualTo(time);
        }
        assertThat(cursor.advance()).isFalse();
        assertThat(series.candle(1999 - 1)).isEqualTo(bar(1999));
    }

    @Test
    void a_series_only_moves_forward_in_time() {
        assertThatThrownBy(() -> series.add(bar(3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> series.candle(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> series.add(4, 1, 1, 1, Double.NaN, 1))
                .hasMessage("bar 4 has a price that is no number above 0");
    }

    private static Candle bar(int time) {
        return new Candle(time, time, time + 0.5, time - 0.5, time, 100L * time);
    }
}
