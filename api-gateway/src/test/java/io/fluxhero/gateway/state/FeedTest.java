package io.fluxhero.gateway.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.gateway.api.Activity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedTest {
    private final Feed feed = new Feed();

    @Test
    void answers_newest_first() {
        feed.add(line("a", 1));
        feed.add(line("c", 3));
        feed.add(line("b", 2));

        assertThat(feed.newest(2)).extracting(Activity::id).containsExactly("c", "b");
    }

    @Test
    void knows_a_repeat() {
        assertThat(feed.add(line("a", 1))).isTrue();
        assertThat(feed.add(line("a", 1))).isFalse();
        assertThat(feed.size()).isEqualTo(1);
    }

    @Test
    void forgets_the_oldest_beyond_its_capacity() {
        for (int i = 0; i <= Feed.CAPACITY; i++) {
            feed.add(line("n" + i, i));
        }

        assertThat(feed.size()).isEqualTo(Feed.CAPACITY);
        assertThat(feed.newest(Feed.CAPACITY)).extracting(Activity::id).doesNotContain("n0");
    }

    private static Activity line(String id, long second) {
        return new Activity(id, Instant.ofEpochSecond(second), "FILL", "INFO", "SPX", "title", "detail", null, "cnd-1");
    }
}
