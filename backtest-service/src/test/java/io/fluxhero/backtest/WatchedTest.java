package io.fluxhero.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.Run;
import io.fluxhero.backtest.domain.RunProgress;
import io.fluxhero.backtest.domain.RunProgress.State;
import io.fluxhero.backtest.domain.Stored;
import io.fluxhero.backtest.domain.WalkForwardJob;
import io.fluxhero.backtest.domain.WalkForwardRequest;
import io.fluxhero.engine.validation.Objective;
import io.fluxhero.engine.validation.WalkForwardPlan;
import io.fluxhero.engine.validation.WindowPlan;
import io.fluxhero.engine.validation.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WatchedTest {

    private static final Instant START = Instant.parse("2026-01-05T15:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final WalkForwardJob job = WalkForwardJob.of(
            new WalkForwardRequest(
                    Stored.request(200, 451, 1),
                    new WalkForwardPlan(
                            WindowPlan.rolling(63, 21), Long.MIN_VALUE, 120, Objective.TOTAL_RETURN, 1, 0.6),
                    new TreeMap<>()),
            Stored.bars(600));
    private final Watched watched = new Watched(Run.Kind.WALK_FORWARD, "req-12345678", "SYN", clock, LIMIT);

    @Test
    void ends_the_work_once_the_time_limit_is_over() {
        watched.planned(job.runId());
        now.set(START.plus(LIMIT));
        assertThat(watched.isCancelled()).isFalse();

        now.set(START.plus(LIMIT).plusMillis(1));

        assertThat(watched.isCancelled()).isTrue();
        assertThat(job.run(Workers.one(), watched).isComplete()).isFalse();
        assertThat(watched.refusal().kind()).isEqualTo(Refusal.Kind.RUN_TOO_LONG);
        assertThat(watched.refusal()).hasMessageContaining("within 600 s; 0 of 0 pieces");
    }

    @Test
    void counts_bars_then_every_piece_of_the_work() {
        watched.fetched(400);
        watched.fetched(200);
        assertThat(watched.soFar())
                .isEqualTo(new RunProgress(
                        Run.Kind.WALK_FORWARD, "req-12345678", null, "SYN", START, State.FETCHING, 600, 0, null));

        watched.planned(job.runId());
        assertThat(job.run(Workers.one(), watched).isComplete()).isTrue();

        assertThat(watched.soFar())
                .isEqualTo(new RunProgress(
                        Run.Kind.WALK_FORWARD, "req-12345678", job.runId(), "SYN", START, State.RUNNING, 18, 18, 0L));
    }

    @Test
    void foretells_the_end_from_the_pace_since_the_bars_are_there() {
        now.set(START.plusSeconds(30));
        watched.planned(job.runId());
        assertThat(watched.soFar().secondsLeft()).isNull();

        now.set(START.plusSeconds(40));
        watched.pieceDone(18);
        watched.pieceDone(18);
        watched.pieceDone(18);
        watched.pieceDone(18);

        assertThat(watched.soFar().secondsLeft()).isEqualTo(35);
    }

    @Test
    void fetches_no_more_bars_once_cancelled() {
        watched.fetched(400);

        assertThat(watched.cancel()).isTrue();

        assertThatThrownBy(() -> watched.fetched(200))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RUN_CANCELLED))
                .hasMessage("the walk-forward was cancelled; 600 bars were fetched, nothing is kept");
        assertThatThrownBy(() -> watched.planned(job.runId())).isInstanceOf(Refusal.class);
    }

    @Test
    void is_stored_or_cancelled_but_never_both() {
        watched.planned(job.runId());
        assertThat(watched.cancel()).isTrue();
        assertThat(watched.cancel()).isTrue();
        assertThat(watched.cancelled()).isDone();
        assertThatThrownBy(watched::storing).isInstanceOf(Refusal.class);
        assertThat(watched.soFar().state()).isEqualTo(State.CANCELLED);

        Watched other = new Watched(Run.Kind.BACKTEST, "req-2", "SYN", clock, LIMIT);
        other.planned("run-2");
        other.storing();
        assertThat(other.cancel()).isFalse();
        assertThat(other.cancelled()).isNotDone();
        assertThat(other.soFar().state()).isEqualTo(State.STORING);
    }

    @Test
    void is_found_by_its_request_and_once_planned_by_its_run() {
        assertThat(watched.isCalled("req-12345678")).isTrue();
        assertThat(watched.isCalled(job.runId())).isFalse();

        watched.planned(job.runId());

        assertThat(watched.isCalled(job.runId())).isTrue();
        assertThat(watched.isWalkForward(job.runId())).isTrue();
        watched.cancel();
        assertThat(watched.isWalkForward(job.runId())).isFalse();
    }
}
