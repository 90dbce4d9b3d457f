package io.fluxhero.gateway.state;

import io.fluxhero.gateway.api.Account;
import io.fluxhero.gateway.api.FeedStatus;
import io.fluxhero.gateway.api.ServiceState;
import io.fluxhero.gateway.services.ExecutionRoom;
import io.fluxhero.gateway.services.HealthChecks;
import io.fluxhero.gateway.services.MarketData;
import io.fluxhero.gateway.services.RiskRoom;
import io.fluxhero.gateway.services.UpstreamProblem;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Walks round the services every few seconds, so that a page that asks for the status never waits for a dead one. */
@ApplicationScoped
public class Rounds {
    private final HealthChecks checks;
    private final MarketData market;
    private final RiskRoom risk;
    private final ExecutionRoom execution;
    private volatile Findings latest = new Findings(null, null, null, List.of());

    Rounds(HealthChecks checks, MarketData market, RiskRoom risk, ExecutionRoom execution) {
        this.checks = checks;
        this.market = market;
        this.risk = risk;
        this.execution = execution;
    }

    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void walk() {
        latest = new Findings(
                answerOf(market::feed), answerOf(risk::account), answerOf(execution::summary), checks.all());
    }

    public Findings latest() {
        return latest;
    }

    private static <T> @Nullable T answerOf(Supplier<T> question) {
        try {
            return question.get();
        } catch (UpstreamProblem e) {
            // The grid shows that the service is down; here the answer is simply unknown.
            return null;
        }
    }

    /** What the last round found; null means unknown. */
    public record Findings(
            @Nullable FeedStatus feed,
            @Nullable Account account,
            ExecutionRoom.@Nullable Summary summary,
            List<ServiceState> services) {}
}
