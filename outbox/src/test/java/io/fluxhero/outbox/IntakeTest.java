package io.fluxhero.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final RuntimeException away = new IllegalStateException(new SQLException("away", "08006"));
    private final RuntimeException wrong = new IllegalArgumentException("wrong");

    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> committed = new ArrayList<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();

    @Test
    void commits_a_batch_together() {
        intake().take(Records.from(0, "a", "b"), this::commit);

        assertThat(committed).containsExactly("a b");
        assertThat(pauses).isEmpty();
    }

    @Test
    void has_nothing_to_commit_where_nothing_came() {
        intake().take(List.of(), this::commit);

        assertThat(committed).isEmpty();
    }

    @Test
    void waits_longer_and_longer_for_a_database_that_is_away() {
        IntStream.range(0, 8).forEach(i -> failures.add(away));

        intake().take(Records.from(0, "a", "b"), this::commit);

        assertThat(committed).containsExactly("a b");
        assertThat(pauses)
                .extracting(Duration::toMillis)
                .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
    }

    @Test
    void does_not_try_again_what_the_database_has_forgotten() {
        CommitsLost lost = new CommitsLost(new TopicPartition(Records.TOPIC, 0), 2, 1);
        failures.add(lost);
        assertThatThrownBy(() -> intake().take(Records.from(0, "a", "b"), this::commit))
                .isSameAs(lost);

        failures.addAll(List.of(wrong, lost));
        assertThatThrownBy(() -> intake().take(Records.from(0, "a", "b"), this::commit))
                .isSameAs(lost);
        assertThat(committed).isEmpty();
        assertThat(pauses).isEmpty();
    }

    @Test
    void takes_one_by_one_what_fails_together() {
        failures.add(wrong);

        intake().take(Records.from(0, "a", "b"), this::commit);

        assertThat(committed).containsExactly("a", "b");
        assertThat(pauses).isEmpty();
    }

    @Test
    void buries_alone_what_fails_three_times_alone() {
        failures.addAll(List.of(wrong, wrong, wrong, wrong));

        intake().take(Records.from(0, "a", "b"), this::commit);

        assertThat(committed).containsExactly("a!wrong", "b");
        assertThat(pauses).extracting(Duration::toMillis).containsExactly(100L, 200L);
    }

    @Test
    void does_not_count_what_passes_by_itself_as_a_try() {
        failures.addAll(List.of(wrong, wrong, away, wrong));

        intake().take(Records.from(0, "a"), this::commit);

        assertThat(committed).containsExactly("a");
        assertThat(pauses).hasSize(3);
    }

    @Test
    void a_topic_that_must_not_skip_stands_still_and_says_so_until_it_goes_on() {
        Intake intake = intake(Records.TOPIC);
        failures.addAll(List.of(wrong, wrong, wrong, wrong, wrong));
        List<Set<String>> stuck = new ArrayList<>();

        intake.take(Records.from(0, "a"), records -> {
            stuck.add(intake.stuck().keySet());
            commit(records);
        });

        assertThat(committed).containsExactly("a");
        assertThat(stuck)
                .containsExactly(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(Records.TOPIC), Set.of(Records.TOPIC));
        assertThat(intake.stuck()).isEmpty();
    }

    @Test
    void says_where_and_why_a_topic_stands_still() {
        Intake intake = new Intake(Set.of(Records.TOPIC), Duration.ofMillis(100), length -> {
            if (pauses.size() == 2) {
                throw new IllegalStateException("the service stops");
            }
            pauses.add(length);
        });
        IntStream.range(0, 4).forEach(i -> failures.add(new IllegalStateException("outer", wrong)));

        assertThatThrownBy(() -> intake.take(Records.from(7, "a"), this::commit))
                .hasMessage("the service stops");

        assertThat(intake.stuck())
                .containsEntry(Records.TOPIC, "orders-0@7: java.lang.IllegalArgumentException: wrong");
        assertThat(committed).isEmpty();
    }

    @Test
    void tells_failures_that_pass_from_those_that_stay() {
        assertThat(Transience.of(away)).isTrue();
        assertThat(Transience.of(new SQLException("gone"))).isTrue();
        assertThat(Transience.of(new SQLException("serialization", "40001"))).isTrue();
        assertThat(Transience.of(new SQLException("short", "0"))).isTrue();
        assertThat(Transience.of(new UncheckedIOException(new java.io.IOException("reset"))))
                .isTrue();
        assertThat(Transience.of(new SQLException("unique", "23505"))).isFalse();
        assertThat(Transience.of(new IllegalStateException("rule", new SQLException("check", "23514"))))
                .isFalse();
        assertThat(Transience.of(wrong)).isFalse();
        assertThat(Transience.of(deep(19))).isTrue();
        assertThat(Transience.of(deep(20))).isFalse();
    }

    private static Throwable deep(int wrappers) {
        Throwable failure = new java.util.concurrent.TimeoutException();
        for (int i = 0; i < wrappers; i++) {
            failure = new IllegalStateException(failure);
        }
        return failure;
    }

    private Intake intake(String... stopTopics) {
        return new Intake(Set.of(stopTopics), Duration.ofMillis(100), pauses::add);
    }

    private void commit(List<Received<String>> records) {
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        committed.add(String.join(
                " ",
                records.stream()
                        .map(one -> one.messageId()
                                + (one.failure() == null
                                        ? ""
                                        : "!" + one.failure().getMessage()))
                        .toList()));
    }
}
