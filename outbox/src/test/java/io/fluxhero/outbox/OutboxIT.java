package io.fluxhero.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fluxhero.outbox.testing.Batches;
import io.fluxhero.outbox.testing.EmbeddedKafkaResource;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ThingsProfile.class)
@QuarkusTestResource(value = EmbeddedPostgresResource.class, initArgs = @ResourceArg(name = "schema", value = "things"))
@QuarkusTestResource(
        value = EmbeddedKafkaResource.class,
        initArgs =
                @ResourceArg(
                        name = "topics",
                        value = "things,strict,echoes,things.dlq,strict.dlq,mended.dlq,out,crash,rolled"))
class OutboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @Inject
    @Identifier("stored-offsets")
    StoredOffsets storedOffsets;

    @Inject
    @Readiness
    OutboxReadiness readiness;

    @Inject
    Things things;

    @Inject
    HeardDeadLetters deadLetters;

    @Inject
    KnownOffsets known;

    @Inject
    DataSource database;

    @Inject
    Inbox inbox;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    Consumption consumption;

    @Inject
    RecordedEnd end;

    @Test
    void publishes_in_the_order_of_the_rows_with_cloud_event_headers() {
        List<String> texts = IntStream.range(0, 1_200).mapToObj(i -> "t" + i).toList();

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.appendAll(
                        texts.stream().map(text -> message("out", text)).toList()));

        List<ConsumerRecord<String, byte[]>> records = Broker.read("out", texts.size());
        assertThat(records).extracting(OutboxIT::text).containsExactlyElementsOf(texts);
        assertThat(header(records.getFirst(), "ce_id")).isEqualTo("id-t0");
        assertThat(header(records.getFirst(), "ce_type")).isEqualTo("thing-made");
        assertThat(header(records.getFirst(), "ce_source")).isEqualTo("things-service");
        assertThat(header(records.getFirst(), "ce_time")).isEqualTo("2020-01-02T03:04:05Z");
        assertThat(header(records.getFirst(), "correlationid")).isEqualTo("cause");
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM outbox WHERE topic = 'out'") == 0);
    }

    @Test
    void gathered_rows_are_written_together_before_they_are_read_or_committed_and_never_after_a_rollback() {
        List<String> written = new ArrayList<>();
        Gathered<String> gathered =
                new Gathered<>(transaction, rows -> written.add(String.join("+", rows) + "@" + active()));
        Gathered<String> others = new Gathered<>(transaction, rows -> written.addAll(rows));

        QuarkusTransaction.requiringNew().run(() -> {
            gathered.add("a");
            gathered.add("b");
            others.add("other");
            assertThat(written).isEmpty();
            gathered.flush();
            gathered.flush();
            assertThat(written).containsExactly("a+b@true");
            gathered.add("c");
        });
        assertThat(written).containsExactlyInAnyOrder("a+b@true", "other", "c@true");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    gathered.add("undone");
                    throw new IllegalStateException("undo");
                }))
                .hasMessageContaining("undo");
        gathered.flush();
        QuarkusTransaction.requiringNew().run(gathered::flush);

        assertThat(written).hasSize(3);
        assertThatThrownBy(() -> gathered.add("nowhere")).hasMessageContaining("there is none active");
    }

    private boolean active() {
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    @Test
    void offsets_of_several_partitions_are_locked_together_and_begin_at_nothing() {
        TopicPartition read = new TopicPartition("many", 1);
        TopicPartition unread = new TopicPartition("many", 0);
        TopicPartition elsewhere = new TopicPartition("others", 1);
        QuarkusTransaction.requiringNew().call(() -> {
            inbox.moveTo(Map.of(read, 7L));
            return null;
        });

        assertThat(QuarkusTransaction.requiringNew().call(() -> inbox.lockOffsets(List.of(unread, read, elsewhere))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(read, 7L, unread, 0L, elsewhere, 0L));
    }

    @Test
    void publishes_nothing_of_a_transaction_that_was_rolled_back() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(message("rolled", "undone"));
                    throw new IllegalStateException("undo");
                }))
                .hasMessageContaining("undo");
        QuarkusTransaction.requiringNew().run(() -> outbox.append(message("rolled", "done")));

        assertThat(Broker.read("rolled", 1)).extracting(OutboxIT::text).containsExactly("done");
    }

    @Test
    void refuses_a_message_without_a_transaction() {
        assertThatThrownBy(() -> outbox.append(message("out", "lost")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void publishes_at_the_next_start_what_a_crash_left_behind() throws Exception {
        relay.stop();
        QuarkusTransaction.requiringNew().run(() -> outbox.append(message("crash", "left behind")));
        assertThat(count("SELECT count(*) FROM outbox WHERE topic = 'crash'")).isEqualTo(1);

        relay.start();

        assertThat(Broker.read("crash", 1)).extracting(OutboxIT::text).containsExactly("left behind");
    }

    @Test
    void handles_a_repeated_message_once_within_and_across_batches() {
        String first = UUID.randomUUID() + "|first";
        String second = UUID.randomUUID() + "|second";

        Broker.send("things", first, first, second);
        awaitSeen("second", 1);
        String third = UUID.randomUUID() + "|third";
        Broker.send("things", first, second, third);
        awaitSeen("third", 1);

        assertThat(seen("first")).isEqualTo(1);
        assertThat(seen("second")).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM seen WHERE text = 'first' AND correlation_id = 'cause-of-"
                        + first.split("\\|")[0] + "'"))
                .isEqualTo(1);
    }

    @Test
    void buries_bytes_that_are_no_message_and_messages_that_fail_and_goes_on() {
        String refused = UUID.randomUUID() + "|refuse me";

        Broker.send("things", "poison", refused, UUID.randomUUID() + "|after the dead");
        awaitSeen("after the dead", 1);

        List<ConsumerRecord<String, byte[]>> dead = Broker.read("things.dlq", 2);
        assertThat(dead).extracting(OutboxIT::text).containsExactly("poison", refused);
        assertThat(header(dead.get(0), "dlq-reason")).isEqualTo("a thing has a bar");
        assertThat(header(dead.get(1), "dlq-reason")).isEqualTo("no such thing");
        assertThat(header(dead.get(1), "dlq-topic")).isEqualTo("things");
        assertThat(header(dead.get(1), "dlq-offset")).isNotEmpty();
        assertThat(seen("refuse me")).as("state of the refused message").isZero();
        // Told again after the rollback that the refused one caused: the first word went with it.
        assertThat(Set.copyOf(deadLetters.heard()))
                .as("of many in a minute the first is told")
                .filteredOn(told -> told.topic().equals("things"))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.topic()).isEqualTo("things");
                    assertThat(told.place()).startsWith("things-0-");
                    assertThat(told.reason()).isEqualTo("a thing has a bar");
                });
    }

    @Test
    void a_buried_message_is_handled_once_when_it_is_driven_again_and_buried_with_its_count_when_it_fails_again() {
        List<String> handled = new ArrayList<>();
        Handler<List<String>> broken = _ -> {
            throw new IllegalStateException("could not store", new IllegalArgumentException("no such column\nat 7"));
        };
        consumption.each(Batches.of("mended", "k", bytes("m1|text")), things, broken);
        consumption.each(Broker.redriven("mended", Broker.read("mended.dlq", 1).getLast(), "1"), things, broken);
        ConsumerRecord<String, byte[]> twice = Broker.read("mended.dlq", 2).getLast();
        List.of("2", "3")
                .forEach(times -> consumption.each(Broker.redriven("mended", twice, times), things, handled::addAll));

        assertThat(handled).containsExactly("m1", "text");
        assertThat(List.of(header(twice, "redrive-count"), header(twice, "dlq-reason")))
                .containsExactly("1", "no such column\nat 7 (could not store)");
    }

    @Test
    void buries_what_no_text_of_the_database_can_hold() {
        ProducerRecord<String, byte[]> poison =
                new ProducerRecord<>("strict", "k\0", "poi\0son".getBytes(StandardCharsets.UTF_8));
        poison.headers().add("from\0", "no\0body".getBytes(StandardCharsets.UTF_8));

        Broker.send(poison);
        Broker.send("strict", UUID.randomUUID() + "|after the nulls");
        awaitSeen("after the nulls", 1);

        ConsumerRecord<String, byte[]> dead = Broker.read("strict.dlq", 1).getFirst();
        assertThat(text(dead)).isEqualTo("poi\0son");
        assertThat(dead.key()).isEqualTo("k\uFFFD");
        assertThat(header(dead, "from\uFFFD")).isEqualTo("no\uFFFDbody");
    }

    @Test
    void leaves_neither_state_nor_message_when_the_handler_fails_and_repeats_it_when_that_passes() {
        things.failuresToCome().set(7);
        Broker.send("things", UUID.randomUUID() + "|transient 1");
        awaitSeen("transient 1", 1);

        assertThat(things.failuresToCome()).hasValue(0);
        assertThat(seen("transient 1")).isEqualTo(1);
        List<String> echoes = Broker.readUntil("echoes", "transient 1");
        assertThat(echoes).filteredOn("transient 1"::equals).hasSize(1);
        assertThat(echoes).doesNotContain("refuse me");
    }

    @Test
    void stands_still_before_a_failing_message_that_may_not_be_skipped() {
        things.failuresToCome().set(1_000);
        Broker.send("strict", UUID.randomUUID() + "|must not be skipped", UUID.randomUUID() + "|next in line");

        await().atMost(PATIENCE).until(() -> readiness.call().getStatus() == HealthCheckResponse.Status.DOWN);
        assertThat(seen("next in line")).isZero();
        things.failuresToCome().set(0);
        awaitSeen("next in line", 1);

        assertThat(seen("must not be skipped")).isEqualTo(1);
        assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void reads_on_where_the_database_says_after_a_rebalance() {
        String once = UUID.randomUUID() + "|read again";
        Broker.send("things", once);
        awaitSeen("read again", 1);
        long offset = count("SELECT next_offset FROM consumer_offsets WHERE topic = 'things'");

        execute("UPDATE consumer_offsets SET next_offset = " + (offset - 1) + " WHERE topic = 'things'");
        execute("DELETE FROM inbox WHERE message_id = '" + once.split("\\|")[0] + "'");
        known.forget(new TopicPartition("things", 0));
        Broker.rebalance("things", "things-service-things");

        awaitSeen("read again", 2);
        assertThat(count("SELECT next_offset FROM consumer_offsets WHERE topic = 'things'"))
                .isEqualTo(offset);
        assertThat(Broker.positionAfter(storedOffsets, "things")).isEqualTo(offset);
    }

    @Test
    void ends_the_process_when_the_database_forgot_what_it_confirmed() {
        consumption.each(Batches.of("forgotten", "k", bytes("f1|kept"), bytes("f2|forgotten")), things, thing -> {});
        execute("UPDATE consumer_offsets SET next_offset = next_offset - 1 WHERE topic = 'forgotten'");
        int before = end.ends();
        List<List<String>> handled = new ArrayList<>();

        assertThatThrownBy(() -> consumption.each(Batches.of("forgotten", "k", bytes("f3|next")), things, handled::add))
                .isInstanceOf(CommitsLost.class);

        assertThat(end.ends()).isEqualTo(before + 1);
        assertThat(handled).isEmpty();
        known.forget(new TopicPartition("forgotten", 0));
    }

    @Test
    void only_what_speaks_waits_for_the_disk() {
        consumption.each(Batches.of("patient", "k", bytes("p1|first")), things, thing -> {});
        List<String> commits = new ArrayList<>();

        consumption.each(Batches.of("patient", "k", bytes("p2|second")), things, thing -> {
            commits.add(setting("synchronous_commit"));
            outbox.append(message("out", "spoken"));
            commits.add(setting("synchronous_commit"));
        });

        assertThat(commits).containsExactly("off", "on");
    }

    private String setting(String name) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('" + name + "')")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static OutboxMessage message(String topic, String text) {
        return new OutboxMessage(
                topic,
                "k",
                "id-" + text,
                "thing-made",
                "cause",
                Instant.parse("2020-01-02T03:04:05Z"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ConsumerRecord<String, byte[]> message) {
        return new String(message.value(), StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "(absent)" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void awaitSeen(String text, long times) {
        await().atMost(PATIENCE).until(() -> seen(text) == times);
    }

    private static long seen(String text) {
        return count("SELECT count(*) FROM seen WHERE text = '" + text + "'");
    }

    private static long count(String query) {
        try (Connection connection = EmbeddedPostgresResource.connect("things");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : -1;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = EmbeddedPostgresResource.connect("things");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
