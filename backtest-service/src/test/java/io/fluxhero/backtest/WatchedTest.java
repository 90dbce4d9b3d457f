package io.fluxhero.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.backtest.domain.Refusal;
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
    private final Watched watched = new Watched(job, clock, LIMIT);

    @Test
    void ends_the_work_once_the_time_limit_is_over() {
        now.set(START.plus(LIMIT));
        assertThat(watched.isCancelled()).isFalse();

        now.set(START.plus(LIMIT).plusMillis(1));

        assertThat(watched.isCancelled()).isTrue();
        assertThat(job.run(Workers.one(), watched).isComplete()).isFalse();
        assertThat(watched.refusal().kind()).isEqualTo(Refusal.Kind.RUN_TOO_LONG);
        assertThat(watched.refusal()).hasMessageContaining("within 600 s; 0 of 0 pieces");
    }

    @Test
    void counts_every_piece_of_the_work() {
        assertThat(job.run(Workers.one(), watched).isComplete()).isTrue();

        assertThat(watched.soFar().done()).isEqualTo(watched.soFar().total()).isEqualTo(18);
        assertThat(watched.soFar().startedAt()).isEqualTo(START);
    }

    @Test
    void tells_a_cancelled_run_from_one_that_took_too_long() {
        watched.cancel();

        assertThat(watched.isCancelled()).isTrue();
        assertThat(watched.refusal().kind()).isEqualTo(Refusal.Kind.RUN_CANCELLED);
    }
}
