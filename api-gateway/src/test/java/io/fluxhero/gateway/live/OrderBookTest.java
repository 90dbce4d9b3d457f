package io.fluxhero.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.gateway.api.Order;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private final OrderBook book = new OrderBook();

    @Test
    void follows_an_order_to_its_fill() {
        assertThat(book.approved(Messages.approved()).state()).isEqualTo("APPROVED");
        assertThat(book.after(Messages.accepted())).map(Order::state).contains("ACCEPTED");

        Order filled = book.after(Messages.filled()).orElseThrow();

        assertThat(filled.state()).isEqualTo("FILLED");
        assertThat(filled.filledQuantity()).isEqualTo(6);
        assertThat(filled.averagePrice()).isEqualByComparingTo("3241.86");
        assertThat(filled.signalId()).isEqualTo("sig-1");
    }

    @Test
    void learns_an_order_that_it_never_saw_from_its_fill() {
        assertThat(book.after(Messages.filled())).map(Order::quantity).contains(6L);
    }

    @Test
    void does_not_count_a_repeated_fill_twice() {
        book.approved(Messages.approved());
        book.after(Messages.filled());

        assertThat(book.after(Messages.filled())).isEmpty();
    }

    @Test
    void does_not_set_a_known_order_back() {
        book.approved(Messages.approved());
        book.after(Messages.filled());

        assertThat(book.approved(Messages.approved()).state()).isEqualTo("FILLED");
    }

    @Test
    void says_nothing_of_strangers() {
        assertThat(book.after(Messages.accepted())).isEmpty();
    }
}
