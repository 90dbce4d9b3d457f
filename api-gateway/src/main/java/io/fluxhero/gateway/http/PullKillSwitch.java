package io.fluxhero.gateway.http;

import io.fluxhero.gateway.GatewayConfig;
import io.fluxhero.gateway.api.Account;
import io.fluxhero.gateway.api.CommandOutcome;
import io.fluxhero.gateway.api.Problems;
import io.fluxhero.gateway.services.Command;
import io.fluxhero.gateway.services.ExecutionRoom;
import io.fluxhero.gateway.services.RiskRoom;
import io.fluxhero.gateway.services.Service;
import io.fluxhero.gateway.services.UpstreamProblem;
import io.fluxhero.gateway.state.Rounds;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Pulls the kill switch at both services at once: risk decides no entry any more and orders what is held to be closed,
 * execution sends no entry any more. Either alone is enough to block; who does not confirm is told again.
 */
@Singleton
class PullKillSwitch {
    private static final Logger LOG = Logger.getLogger(PullKillSwitch.class);
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final int RETRIES = 60;
    private static final long RETRY_PAUSE_MILLIS = 2_000;

    private final RiskRoom risk;
    private final ExecutionRoom execution;
    private final Rounds rounds;
    private final String account;
    private final InstantSource clock;

    PullKillSwitch(RiskRoom risk, ExecutionRoom execution, Rounds rounds, GatewayConfig config, InstantSource clock) {
        this.risk = risk;
        this.execution = execution;
        this.rounds = rounds;
        this.account = config.account();
        this.clock = clock;
    }

    /** What one service said, and when; {@code problem} where it did not do it. */
    private record Said<T>(
            @Nullable T answer, Instant at, @Nullable UpstreamProblem problem) {}

    CommandOutcome pull(String reason, boolean flatten, Command command) {
        Supplier<Boolean> atExecution = () -> fence(reason, command);
        Supplier<CommandOutcome> atRisk = () -> risk.halt(reason, flatten, command);
        CompletableFuture<Said<Boolean>> fence = started(atExecution);
        CompletableFuture<Said<CommandOutcome>> halt = started(atRisk);
        Said<Boolean> fenced = fence.join();
        Said<CommandOutcome> halted = halt.join();
        untilDone(fenced.problem(), Service.EXECUTION, atExecution);
        untilDone(halted.problem(), Service.RISK, atRisk);
        refuseWhere(fenced, halted);
        return outcome(fenced, halted, command);
    }

    private static void refuseWhere(Said<Boolean> fenced, Said<CommandOutcome> halted) {
        UpstreamProblem problem = halted.problem();
        if (problem != null && problem.problem().status() < SERVER_ERROR) {
            throw problem;
        }
        if (problem != null && fenced.problem() != null) {
            throw new UpstreamProblem(Problems.of(
                    UNAVAILABLE,
                    "kill-switch-unconfirmed",
                    "neither risk-service nor execution-service has confirmed yet; both are told again: "
                            + problem.getMessage() + "; " + fenced.problem().getMessage()));
        }
    }

    private static CommandOutcome outcome(Said<Boolean> fenced, Said<CommandOutcome> halted, Command command) {
        List<String> confirmed = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        Instant blocked = null;
        if (fenced.problem() == null) {
            confirmed.add(Service.EXECUTION.label());
            blocked = fenced.at();
        } else {
            pending.add(Service.EXECUTION.label() + ": " + fenced.problem().getMessage());
        }
        if (halted.problem() == null) {
            confirmed.add(Service.RISK.label());
            blocked = blocked == null || halted.at().isBefore(blocked) ? halted.at() : blocked;
        } else {
            pending.add(Service.RISK.label() + ": " + halted.problem().getMessage());
        }
        CommandOutcome said =
                halted.answer() == null ? CommandOutcome.unanswered(command.requestId()) : halted.answer();
        return said.confirmed(blocked, confirmed, pending);
    }

    /** The epoch has to be newer than what execution knows, lest it takes the halt for an old one. */
    private boolean fence(String reason, Command command) {
        Account seen = rounds.latest().account();
        long known = seen == null || seen.epoch() == null ? 0 : seen.epoch();
        execution.fence(account, known + 1, reason, command);
        Thread.startVirtualThread(() -> verify(reason, command));
        return true;
    }

    /** What we know of the epoch is some seconds old: where a reset came in between, the halt has to be newer still. */
    private void verify(String reason, Command command) {
        try {
            ExecutionRoom.Fence now = execution.state().fence();
            if (now != null && !now.halted()) {
                LOG.warnf("fence.behind epoch=%d", now.epoch());
                execution.fence(account, now.epoch() + 1, reason, command);
            }
        } catch (UpstreamProblem e) {
            LOG.warnf("fence.not-verified reason=\"%s\"", e.getMessage());
        }
    }

    private void untilDone(@Nullable UpstreamProblem problem, Service service, Supplier<?> act) {
        if (problem == null || problem.problem().status() < SERVER_ERROR) {
            return;
        }
        LOG.errorf("kill-switch.unconfirmed service=%s reason=\"%s\"", service.label(), problem.getMessage());
        Thread.startVirtualThread(() -> {
            for (int i = 0; i < RETRIES; i++) {
                try {
                    Thread.sleep(RETRY_PAUSE_MILLIS);
                    Object _ = act.get();
                    LOG.infof("kill-switch.confirmed service=%s tries=%d", service.label(), i + 1);
                    return;
                } catch (UpstreamProblem e) {
                    if (e.problem().status() < SERVER_ERROR) {
                        LOG.errorf("kill-switch.refused service=%s reason=\"%s\"", service.label(), e.getMessage());
                        return;
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            LOG.errorf("kill-switch.given-up service=%s", service.label());
        });
    }

    private <T> CompletableFuture<Said<T>> started(Supplier<T> act) {
        CompletableFuture<Said<T>> said = new CompletableFuture<>();
        Executor thread = Thread::startVirtualThread;
        return said.completeAsync(
                () -> {
                    try {
                        return new Said<>(act.get(), clock.instant(), null);
                    } catch (UpstreamProblem e) {
                        return new Said<>(null, clock.instant(), e);
                    }
                },
                thread);
    }
}
