package io.fluxhero.simulation.service;

import io.fluxhero.contracts.order.OrderApproved;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what execution acknowledged, to hold it against what it does: nothing of execution's own tells it. */
public final class Witness {

    private final Map<String, Long> epochs = new HashMap<>();
    private long epoch;
    private boolean halted;
    private long leasedEpoch;
    private Instant leasedUntil = Instant.MIN;

    /** What was acknowledged counts. */
    void fenced(long told, boolean halts) {
        if (told > epoch || (told == epoch && halts)) {
            epoch = told;
            halted = halts;
        }
    }

    /** The end of a halt was asked for: it may have been stored by a process that died over it. */
    void mayBeLifted(long told) {
        halted &= told <= epoch;
    }

    void leased(long of, Instant until) {
        leasedEpoch = of;
        leasedUntil = until.isAfter(leasedUntil) || until.equals(Instant.MIN) ? until : leasedUntil;
    }

    void approved(OrderApproved order) {
        Long of = order.riskEpoch();
        if (of != null) {
            epochs.put(order.orderId(), of);
        }
    }

    /** Epoch in which risk approved the order, where it said so. */
    public Optional<Long> epochOf(String orderId) {
        return Optional.ofNullable(epochs.get(orderId));
    }

    /** Oldest epoch that may still open something. */
    public long epoch() {
        return epoch;
    }

    /** Whether nothing may open. */
    public boolean isHalted() {
        return halted;
    }

    /** Epoch of risk when it gave leave last. */
    public long leasedEpoch() {
        return leasedEpoch;
    }

    /** Until when something may open. */
    public Instant leasedUntil() {
        return leasedUntil;
    }
}
