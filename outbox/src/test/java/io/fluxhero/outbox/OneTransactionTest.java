package io.fluxhero.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

class OneTransactionTest {

    private static final TopicPartition FIRST = new TopicPartition(Records.TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(Records.TOPIC, 1);

    private final InMemoryInbox inbox = new InMemoryInbox();
    private final Records.Kept outbox = new Records.Kept();
    private final KnownOffsets known = new KnownOffsets(inbox);
    private final OneTransaction transaction = new OneTransaction(inbox, outbox, known);
    private final List<String> handled = new ArrayList<>();

    @Test
    void handles_each_message_once_and_in_order() {
        OneTransaction.Tally tally = transaction.run(Records.from(5, "a", "b", "a", "c"), handled::add);

        assertThat(handled).containsExactly("a", "b", "c");
        assertThat(tally).isEqualTo(new OneTransaction.Tally(3, 1, 0));
        assertThat(inbox.offsets).containsExactlyEntriesOf(Map.of(FIRST, 9L));
        assertThat(inbox.locked).containsExactly(FIRST);
    }

    @Test
    void the_end_follows_the_last_new_message_and_comes_once_and_before_the_offsets_move() {
        Handler<String> handler = Handler.of(handled::add, () -> handled.add("end before " + inbox.offsets.get(FIRST)));

        transaction.run(Records.from(5, "a", "b", "a"), handler);
        transaction.run(Records.from(8, "a", "b"), handler);

        assertThat(handled).containsExactly("a", "b", "end before null");
        transaction.runDirect(Records.TOPIC, List.of(new Direct<>("c", "c", "c")), handler);
        assertThat(handled).endsWith("c", "end before 10");
    }

    @Test
    void an_id_that_was_taken_in_before_is_not_handled_at_another_offset() {
        transaction.run(Records.from(0, "a"), handled::add);

        OneTransaction.Tally tally = transaction.run(Records.from(1, "a", "b"), handled::add);

        assertThat(handled).containsExactly("a", "b");
        assertThat(tally).isEqualTo(new OneTransaction.Tally(1, 1, 0));
    }

    @Test
    void what_comes_another_way_counts_once_whichever_way_it_comes_first() {
        transaction.run(Records.from(0, "a"), handled::add);
        List<Direct<String>> direct =
                List.of(new Direct<>("a", "a", "c"), new Direct<>("b", "b", "c"), new Direct<>("b", "b", "c"));

        assertThat(transaction.runDirect(Records.TOPIC, direct, handled::add)).isEqualTo(1);
        assertThat(transaction.runDirect(Records.TOPIC, direct, handled::add)).isZero();
        transaction.run(Records.from(1, "b", "d"), handled::add);

        assertThat(handled).containsExactly("a", "b", "d");
    }

    @Test
    void what_lies_before_the_stored_offset_is_not_even_looked_up() {
        transaction.run(Records.from(10, "k", "l"), handled::add);

        OneTransaction.Tally tally = transaction.run(Records.from(10, "new id", "other id", "m"), handled::add);

        assertThat(handled).containsExactly("k", "l", "m");
        assertThat(tally).isEqualTo(new OneTransaction.Tally(1, 2, 0));
        assertThat(inbox.offsets).containsEntry(FIRST, 13L);
    }

    @Test
    void handles_nothing_more_once_the_database_has_forgotten_what_it_confirmed() {
        take(Records.from(10, "k", "l"));
        inbox.offsets.put(FIRST, 11L);

        assertThatThrownBy(() -> transaction.run(Records.from(12, "m"), handled::add))
                .isInstanceOf(CommitsLost.class)
                .hasMessageContaining("was read up to 12, now it says 11");
        assertThatThrownBy(known::compareAll).isInstanceOf(CommitsLost.class);
        assertThat(handled).containsExactly("k", "l");
    }

    @Test
    void a_process_that_begins_anew_reads_what_was_forgotten_again() throws SQLException {
        take(Records.from(10, "k", "l"));
        inbox.offsets.put(FIRST, 11L);

        known.forget(FIRST);

        known.compareAll();
        assertThat(transaction.run(Records.from(11, "new id"), handled::add).handled())
                .isEqualTo(1);
    }

    @Test
    void what_was_never_committed_is_not_missed() throws SQLException {
        transaction.run(Records.from(10, "k", "l"), handled::add);
        inbox.offsets.remove(FIRST);

        known.compareAll();
        transaction.run(Records.from(10, "new id"), handled::add);

        assertThat(handled).containsExactly("k", "l", "new id");
    }

    @Test
    void never_moves_an_offset_back() {
        transaction.run(Records.from(10, "k", "l"), handled::add);

        transaction.run(Records.from(3, "x"), handled::add);

        assertThat(handled).containsExactly("k", "l");
        assertThat(inbox.offsets).containsEntry(FIRST, 12L);
    }

    @Test
    void partitions_have_offsets_of_their_own() {
        transaction.run(
                List.of(Records.record(0, 7, "a"), Records.record(1, 2, "b"), Records.record(0, 8, "c")), handled::add);

        assertThat(handled).containsExactly("a", "b", "c");
        assertThat(inbox.offsets).containsExactlyInAnyOrderEntriesOf(Map.of(FIRST, 9L, SECOND, 3L));
    }

    @Test
    void buries_what_is_no_message_and_goes_on() {
        OneTransaction.Tally tally = transaction.run(Records.from(0, "a", "bad", "b"), handled::add);

        assertThat(handled).containsExactly("a", "b");
        assertThat(outbox.said).containsExactly("dead:1 no message");
        assertThat(tally).isEqualTo(new OneTransaction.Tally(2, 0, 1));
        assertThat(inbox.offsets).containsEntry(FIRST, 3L);
    }

    @Test
    void a_message_that_was_buried_is_handled_once_when_it_comes_again() {
        Received<String> dead = Records.record(0, 0, "a").failing(new IllegalStateException("not today"));
        transaction.run(List.of(dead), handled::add);
        assertThat(handled).isEmpty();

        transaction.run(Records.from(1, "a", "a"), handled::add);

        assertThat(handled).containsExactly("a");
        assertThat(outbox.said).containsExactly("dead:0 not today");
    }

    @Test
    void says_in_the_log_context_what_is_handled_and_takes_it_away_again() {
        Map<String, Object> seen = new HashMap<>();

        transaction.run(Records.from(0, "a"), message -> {
            seen.put("id", MDC.get("messageId"));
            seen.put("cause", MDC.get("correlationId"));
        });

        assertThat(seen).containsEntry("id", "a").containsEntry("cause", "of a");
        assertThat(MDC.get("messageId")).isNull();
        assertThat(MDC.get("correlationId")).isNull();
    }

    @Test
    void a_database_that_is_away_is_a_failure_that_passes() {
        inbox.breakDown();

        assertThatThrownBy(() -> transaction.run(Records.from(0, "a"), handled::add))
                .hasMessage("could not store what was read")
                .satisfies(failure -> assertThat(Transience.of(failure)).isTrue());
        assertThat(handled).isEmpty();
        assertThat(inbox.offsets).isEmpty();
    }

    @Test
    void what_the_handler_throws_reaches_the_one_who_commits() {
        assertThatThrownBy(() -> transaction.run(Records.from(0, "a"), message -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(inbox.offsets).isEmpty();
        assertThat(MDC.get("messageId")).isNull();
        assertThat(MDC.get("correlationId")).isNull();
    }

    private void take(List<Received<String>> received) {
        transaction.run(received, handled::add);
        known.committed(received);
    }
}
