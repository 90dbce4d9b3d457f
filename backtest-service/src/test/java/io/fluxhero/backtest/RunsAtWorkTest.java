package io.fluxhero.backtest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.Run.Kind;
import io.fluxhero.backtest.domain.RunProgress;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunsAtWorkTest {

    private final CountDownLatch computed = new CountDownLatch(1);
    private final AtomicInteger stored = new AtomicInteger();
    private final RunsAtWork atWork = new RunsAtWork(Clock.systemUTC(), new Settings());

    @AfterEach
    void end() {
        computed.countDown();
        atWork.close();
    }

    @Test
    void tells_of_a_cancel_at_once_and_frees_the_place_when_the_work_has_ended() {
        CompletableFuture<String> first = ask(Kind.BACKTEST, "req-1", "run-1");
        CompletableFuture<String> second = ask(Kind.BACKTEST, "req-2", "run-1");
        await().atMost(10, SECONDS).until(() -> running("run-1") == 2);

        assertThat(atWork.cancel("req-1").orElseThrow().state()).isEqualTo(RunProgress.State.CANCELLED);

        assertThatThrownBy(first::join).cause().isInstanceOf(Refusal.class).hasMessageContaining("was cancelled");
        refuses(Refusal.Kind.TOO_MANY_RUNS, () -> atWork.carryOut(Kind.BACKTEST, "req-3", "SYN", _ -> "unreached"));

        computed.countDown();
        assertThat(second.join()).isEqualTo("run-1");
        await().atMost(10, SECONDS).until(() -> atWork.all().isEmpty());
        assertThat(stored).hasValue(1);
        assertThat(atWork.cancel("req-1")).isEmpty();
        assertThat(atWork.<String>carryOut(Kind.BACKTEST, "req-3", "SYN", _ -> "done"))
                .isEqualTo("done");
    }

    @Test
    void cancels_every_run_that_is_called_so() {
        CompletableFuture<String> first = ask(Kind.BACKTEST, "req-1", "run-1");
        CompletableFuture<String> second = ask(Kind.BACKTEST, "req-2", "run-1");
        await().atMost(10, SECONDS).until(() -> running("run-1") == 2);

        assertThat(atWork.cancel("run-1").orElseThrow().requestId()).isEqualTo("req-1");

        assertThatThrownBy(first::join).isInstanceOf(CompletionException.class);
        assertThatThrownBy(second::join).isInstanceOf(CompletionException.class);
    }

    @Test
    void refuses_to_cancel_what_is_being_stored() {
        CompletableFuture<String> asked =
                CompletableFuture.supplyAsync(() -> atWork.carryOut(Kind.BACKTEST, "req-1", "SYN", watched -> {
                    atWork.planned(watched, "run-1");
                    watched.storing();
                    return worked("run-1");
                }));
        await().atMost(10, SECONDS).until(() -> running("run-1") == 1);

        refuses(Refusal.Kind.RUN_ENDED, () -> atWork.cancel("run-1"));

        computed.countDown();
        assertThat(asked.join()).isEqualTo("run-1");
    }

    @Test
    void does_the_same_walk_forward_once_at_a_time_and_anew_after_a_cancel() {
        CompletableFuture<String> first = ask(Kind.WALK_FORWARD, "req-1", "run-1");
        await().atMost(10, SECONDS).until(() -> running("run-1") == 1);

        refuses(Refusal.Kind.RUN_AT_WORK, () -> carryOut(Kind.WALK_FORWARD, "req-2", "run-1"));
        atWork.cancel("run-1");
        assertThatThrownBy(first::join).isInstanceOf(CompletionException.class);
        CompletableFuture<String> again = ask(Kind.WALK_FORWARD, "req-2", "run-1");

        computed.countDown();
        assertThat(again.join()).isEqualTo("run-1");
    }

    @Test
    void has_room_for_so_many_bars_of_all_runs_together() {
        assertThat(fetching("req-1", 1_000)).isEqualTo("1000 bars");
        refuses(Refusal.Kind.TOO_MANY_BARS, () -> fetching("req-1", 1_001));

        CompletableFuture<String> other =
                CompletableFuture.supplyAsync(() -> atWork.carryOut(Kind.WALK_FORWARD, "req-2", "SYN", watched -> {
                    atWork.fetched(watched, 600);
                    atWork.planned(watched, "run-2");
                    return worked("run-2");
                }));
        await().atMost(10, SECONDS).until(() -> running("run-2") == 1);
        assertThat(fetching("req-1", 400)).isEqualTo("400 bars");
        refuses(Refusal.Kind.TOO_MANY_RUNS, () -> fetching("req-1", 401));

        computed.countDown();
        assertThat(other.join()).isEqualTo("run-2");
        assertThat(fetching("req-1", 401)).isEqualTo("401 bars");
    }

    private String fetching(String requestId, int bars) {
        return atWork.carryOut(Kind.BACKTEST, requestId, "SYN", watched -> {
            atWork.fetched(watched, bars);
            return bars + " bars";
        });
    }

    @Test
    void passes_on_what_the_work_throws() {
        Function<Watched, String> failing = _ -> {
            throw Refusal.invalid("grid", "no");
        };

        refuses(Refusal.Kind.INVALID_REQUEST, () -> atWork.carryOut(Kind.BACKTEST, "req-1", "SYN", failing));
        assertThat(atWork.all()).isEmpty();
    }

    private CompletableFuture<String> ask(Kind kind, String requestId, String runId) {
        return CompletableFuture.supplyAsync(() -> carryOut(kind, requestId, runId));
    }

    private String carryOut(Kind kind, String requestId, String runId) {
        return atWork.carryOut(kind, requestId, "SYN", watched -> {
            atWork.planned(watched, runId);
            String result = worked(runId);
            watched.storing();
            stored.incrementAndGet();
            return result;
        });
    }

    private String worked(String runId) {
        try {
            computed.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return runId;
    }

    private long running(String runId) {
        return atWork.all().stream().filter(run -> runId.equals(run.runId())).count();
    }

    private static void refuses(Refusal.Kind kind, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
