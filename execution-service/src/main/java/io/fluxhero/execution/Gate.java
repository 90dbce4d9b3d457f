package io.fluxhero.execution;

import io.fluxhero.execution.domain.order.Order;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What may go to the broker now. Whatever reduces always may. What opens needs books that agree with the broker's, no
 * halt, an epoch that is not behind the fence, time left, and a lease.
 */
@ApplicationScoped
public class Gate {

    private final ExecutionConfig config;
    private final Condition condition;
    private final Fencing fencing;
    private final InstantSource clock;

    public Gate(ExecutionConfig config, Condition condition, Fencing fencing, InstantSource clock) {
        this.config = config;
        this.condition = condition;
        this.fencing = fencing;
        this.clock = clock;
    }

    /** What to do with an order that is not at the broker. */
    sealed interface Verdict {}

    /** Send it. */
    record Go() implements Verdict {}

    /** Keep it until something changes. */
    record Wait(String detail) implements Verdict {}

    /** It will never be sent. */
    record End(String code) implements Verdict {}

    /** Its time is over. */
    record Late(String detail) implements Verdict {}

    /** The verdict; {@code marketTime} is the event time of a simulated market, absent where the clock counts. */
    Verdict on(Order order, @Nullable Instant marketTime) {
        if (!order.opens()) {
            return new Go();
        }
        if (fencing.isHalted() || condition.state() == Condition.State.HALTED) {
            return new End("HALTED");
        }
        Long epoch = order.admission().riskEpoch();
        if (epoch != null && epoch < fencing.current().minEpoch()) {
            return new End("STALE_EPOCH");
        }
        Instant now = marketTime == null ? clock.instant() : marketTime;
        Instant expiresAt = order.admission().expiresAt();
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            return new Late("not sent by " + expiresAt + "; it is " + now);
        }
        if (condition.state() != Condition.State.READY) {
            return new Wait("the books are not compared yet");
        }
        return config.leaseRequired() && !fencing.hasLease() ? new Wait("risk gives no leave") : new Go();
    }

    /** Looked at once more right before an order leaves. */
    boolean isShutFor(Order order) {
        return order.opens() && fencing.isHalted();
    }
}
