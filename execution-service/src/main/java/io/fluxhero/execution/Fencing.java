package io.fluxhero.execution;

import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.fence.Fence;
import io.fluxhero.execution.domain.fence.Fences;
import io.fluxhero.execution.domain.fence.HaltJournal;
import io.fluxhero.execution.domain.fence.Lease;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Halts, epochs and leases. A halt is on disk and in force before the database hears of it; lifting one is stored first
 * and in force last.
 */
@ApplicationScoped
public class Fencing {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.fence");

    private final ExecutionConfig config;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Fences fences;
    private final HaltJournal journal;
    private final Orders orders;
    private final CancelOrder cancelOrder;
    private final InstantSource clock;
    private volatile @Nullable Fence known;
    private volatile boolean unstored;
    private volatile Lease lease = Lease.NONE;

    @SuppressWarnings("TooManyParameters") // what it reads, what it writes
    public Fencing(
            ExecutionConfig config,
            Transactions transactions,
            Accounts accounts,
            Fences fences,
            HaltJournal journal,
            Orders orders,
            CancelOrder cancelOrder,
            InstantSource clock) {
        this.config = config;
        this.transactions = transactions;
        this.accounts = accounts;
        this.fences = fences;
        this.journal = journal;
        this.orders = orders;
        this.cancelOrder = cancelOrder;
        this.clock = clock;
    }

    /** Where the fence stands. */
    public Fence current() {
        Fence fence = known;
        return fence == null ? load() : fence;
    }

    /** The table and the file may each have heard of something that the other has not. */
    private synchronized Fence load() {
        Fence fence = known;
        if (fence != null) {
            return fence;
        }
        Fence stored = transactions.call(() -> fences.find(config.account()));
        Fence merged = journal.read().map(stored::raisedTo).orElse(stored);
        unstored = !merged.equals(stored);
        known = merged;
        if (!merged.halted() && journal.read().isPresent()) {
            journal.clear();
        }
        return merged;
    }

    /** Whether risk gives leave to open positions now. */
    public boolean hasLease() {
        return lease.isValidAt(clock.instant());
    }

    /** The last leave that was given. */
    public Lease lease() {
        return lease;
    }

    /** Whether nothing may open. */
    public boolean isHalted() {
        return current().halted() || journal.isHalted();
    }

    /** Leave for a while; refused to an epoch that the fence keeps out. Returns whether it was given. */
    public boolean grant(long epoch, Duration validFor) {
        if (epoch < current().minEpoch()) {
            LOG.warnf("lease.refused epoch=%d fence=%d", epoch, current().minEpoch());
            return false;
        }
        Instant until = clock.instant().plus(validFor);
        if (epoch >= lease.epoch() || !lease.isValidAt(clock.instant())) {
            lease = new Lease(epoch, until);
        }
        return true;
    }

    /**
     * Halts, or lifts a halt with a higher epoch; word of an older epoch changes nothing. Returns where the fence stands
     * then. A halt is in force when this returns, whether or not it could be stored; {@link #store} does that.
     */
    public Fence raise(long epoch, boolean halted, String by, String reason) {
        Fence word = new Fence(epoch, halted, by, reason, clock.instant());
        Fence before = current();
        if (before.raisedTo(word).equals(before)) {
            return before;
        }
        LOG.warnf("fence.raised epoch=%d halted=%s by=%s reason=%s", epoch, halted, by, reason);
        if (!halted) {
            keep(word);
        }
        return become(word);
    }

    /** Never waits for the database, so that a halt never waits for the storing of an earlier word. */
    private synchronized Fence become(Fence word) {
        Fence before = current();
        Fence next = before.raisedTo(word);
        if (next.equals(before)) {
            unstored |= !word.halted();
            return before;
        }
        if (next.halted()) {
            journal.write(next);
            unstored = true;
        } else {
            journal.clear();
            unstored = false;
        }
        known = next;
        return next;
    }

    /** Stores a halt that only the file knows, and asks for the end of what would still open. */
    public void store() {
        Fence fence = current();
        if (unstored) {
            keep(fence);
            stored(fence);
        }
    }

    private synchronized void stored(Fence fence) {
        if (fence.equals(known)) {
            unstored = false;
        }
    }

    private void keep(Fence fence) {
        transactions.run(() -> {
            accounts.lock(config.account());
            fences.save(config.account(), fence);
            if (fence.halted()) {
                for (Order entry : orders.openEntries(config.account(), null)) {
                    cancelOrder.end(entry, "HALTED", clock.instant());
                }
            }
        });
    }

    /** Whether the table has what the file has. */
    public boolean isStored() {
        return !unstored;
    }
}
