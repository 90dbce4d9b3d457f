package io.fluxhero.execution.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fluxhero.execution.Condition;
import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.Fencing;
import io.fluxhero.execution.domain.broker.Broker;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.fence.Fence;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.reconciliation.Discrepancies;
import io.fluxhero.execution.domain.reconciliation.Discrepancy;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How execution stands: with the broker, with risk, and with what it was told to do. */
@Path("/internal/state")
public class StateResource {

    private static final Set<OrderState> OPEN = Arrays.stream(OrderState.values())
            .filter(state -> !state.isTerminal())
            .collect(Collectors.toUnmodifiableSet());

    private final ExecutionConfig config;
    private final Condition condition;
    private final Fencing fencing;
    private final Orders orders;
    private final Discrepancies discrepancies;
    private final Broker broker;

    StateResource(
            ExecutionConfig config,
            Condition condition,
            Fencing fencing,
            Orders orders,
            Discrepancies discrepancies,
            Broker broker) {
        this.config = config;
        this.condition = condition;
        this.fencing = fencing;
        this.orders = orders;
        this.discrepancies = discrepancies;
        this.broker = broker;
    }

    /** What is kept out. */
    public record FenceView(
            long epoch,
            boolean halted,
            @Nullable String by,
            @Nullable String reason,
            @Nullable Instant at,
            boolean stored) {}

    /** Leave to open positions. */
    public record LeaseView(
            boolean valid, long epoch, @Nullable Instant until) {}

    /** One difference between the books. */
    public record DiscrepancyView(String kind, String subject, String detail) {}

    /**
     * The whole.
     *
     * @param paper whether the broker is the paper broker
     * @param openOrders orders without an end, protective legs included
     * @param openEntries those of them that would open something
     * @param openClosings those of them that close something and are no protective leg
     * @param waitingOrders those that were not given to the broker yet
     * @param unknownOrders those of which it is not known whether the broker has them
     * @param brokerErrors how often in a row the broker gave no reliable answer
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record StateView(
            String account,
            boolean paper,
            String state,
            String detail,
            Instant since,
            FenceView fence,
            LeaseView lease,
            int openOrders,
            int openEntries,
            int openClosings,
            int waitingOrders,
            int unknownOrders,
            int brokerErrors,
            List<DiscrepancyView> discrepancies,
            SortedMap<String, Long> externalPositions) {}

    @GET
    @Transactional
    public StateView state() {
        Condition.Report report = condition.current();
        List<Order> open = orders.inStates(config.account(), OPEN);
        return new StateView(
                config.account(),
                broker instanceof SimulatedMarket,
                report.state().name(),
                report.detail(),
                report.since(),
                fence(),
                lease(),
                open.size(),
                (int) open.stream().filter(Order::opens).count(),
                (int) open.stream()
                        .filter(order -> !order.opens() && !order.isLeg())
                        .count(),
                count(open, OrderState.CREATED),
                count(open, OrderState.UNKNOWN) + count(open, OrderState.SUBMITTED),
                condition.brokerErrors(),
                discrepancies.open(config.account()).stream()
                        .map(StateResource::viewOf)
                        .toList(),
                discrepancies.externalPositions(config.account()));
    }

    private FenceView fence() {
        Fence fence = fencing.current();
        return new FenceView(
                fence.minEpoch(), fencing.isHalted(), fence.by(), fence.reason(), fence.at(), fencing.isStored());
    }

    private LeaseView lease() {
        boolean given = fencing.lease().until().isAfter(Instant.EPOCH);
        return new LeaseView(
                fencing.hasLease(),
                fencing.lease().epoch(),
                given ? fencing.lease().until() : null);
    }

    private static int count(List<Order> open, OrderState state) {
        return (int) open.stream().filter(order -> order.state() == state).count();
    }

    private static DiscrepancyView viewOf(Discrepancy one) {
        return new DiscrepancyView(one.kind().name(), one.subject(), one.detail());
    }
}
