package io.fluxhero.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.outbox.Publication.Waiting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private static final int TOGETHER = 3;

    private final List<Waiting> waiting = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private boolean away;

    private final Publication publication = new Publication(
            new Publication.Waitlist() {
                @Override
                public List<Waiting> oldest() {
                    return List.copyOf(waiting.subList(0, Math.min(TOGETHER, waiting.size())));
                }

                @Override
                public void delete(List<Waiting> published) {
                    waiting.removeAll(published);
                }
            },
            records -> {
                records.forEach(record -> sent.add(record.key()));
                if (away) {
                    throw new IOException("the broker is away");
                }
            });

    @Test
    void publishes_in_order_and_forgets_what_is_acknowledged() throws Exception {
        wait("a", "b", "c", "d");

        assertThat(publication.publishOldest()).isEqualTo(3);
        assertThat(publication.publishOldest()).isOne();
        assertThat(publication.publishOldest()).isZero();

        assertThat(sent).containsExactly("a", "b", "c", "d");
        assertThat(waiting).isEmpty();
    }

    @Test
    void keeps_what_was_not_acknowledged_and_sends_it_again() throws Exception {
        wait("a", "b");
        away = true;

        assertThatThrownBy(publication::publishOldest).hasMessage("the broker is away");
        assertThat(waiting).hasSize(2);

        away = false;
        publication.publishOldest();
        assertThat(sent).containsExactly("a", "b", "a", "b");
        assertThat(waiting).isEmpty();
    }

    private void wait(String... keys) {
        for (String key : keys) {
            waiting.add(new Waiting(waiting.size(), new ProducerRecord<>("orders", key, new byte[0])));
        }
    }
}
