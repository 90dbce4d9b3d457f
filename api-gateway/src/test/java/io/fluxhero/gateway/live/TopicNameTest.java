package io.fluxhero.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "prices:SPX",
                "candles:BRK.B:1d",
                "indicators:^GSPC",
                "positions",
                "account",
                "risk",
                "signals",
                "orders",
                "fills",
                "alerts",
                "events",
                "status"
            })
    void knows_every_topic_of_the_contract(String text) {
        assertThat(TopicName.parse(text)).map(TopicName::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "price:SPX",
                "prices",
                "prices:",
                "prices:spx",
                "prices:SPX:1d",
                "candles:SPX",
                "candles:SPX:forever",
                "account:1",
                "prices:ABCDEFGHIJK"
            })
    void refuses_anything_else(String text) {
        assertThat(TopicName.parse(text)).isEmpty();
    }

    @Test
    void spells_as_it_reads() {
        assertThat(TopicName.parse("candles:SPX:1d")).contains(TopicName.of(Kind.CANDLES, "SPX", "1d"));
    }
}
