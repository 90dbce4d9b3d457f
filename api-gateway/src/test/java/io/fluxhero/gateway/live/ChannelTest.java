package io.fluxhero.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelTest {
    private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");

    private final Channel channel = new Channel(TopicName.of(Kind.ACCOUNT), 100, NOW);

    @Test
    void numbers_rise_one_by_one() {
        assertThat(publish(1).seq()).isEqualTo(101);
        assertThat(publish(2).seq()).isEqualTo(102);
        assertThat(channel.state()).isEqualTo(IntNode.valueOf(2));
    }

    @Test
    void holds_what_a_returning_client_missed() {
        publish(1);
        publish(2);
        publish(3);

        assertThat(channel.since(101)
                        .map(missed -> missed.stream().map(Change::seq).toList()))
                .contains(List.of(102L, 103L));
        assertThat(channel.since(103)).contains(List.of());
    }

    @Test
    void admits_that_it_no_longer_holds_it() {
        for (int i = 0; i <= Channel.RING; i++) {
            publish(i);
        }

        assertThat(channel.since(100)).isEqualTo(Optional.empty());
        assertThat(channel.since(101)).isPresent();
    }

    @Test
    void does_not_know_numbers_of_another_life() {
        publish(1);

        assertThat(channel.since(5_000)).isEmpty();
        assertThat(channel.since(7)).isEmpty();
    }

    private Change publish(int value) {
        return channel.publish(IntNode.valueOf(value), NOW);
    }
}
