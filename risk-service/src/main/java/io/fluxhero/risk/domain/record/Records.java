package io.fluxhero.risk.domain.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written once and read by people; never changed. */
public interface Records {

    void add(DecisionRecord decision);

    void add(AlertRecord alert);

    void add(EquityPoint point);

    void add(CashMovement movement);

    /** Newest first, below the id {@code before} where given. */
    List<DecisionRecord> decisions(int limit, @Nullable Long before);

    /** The answers to one signal, first to last. */
    List<DecisionRecord> decisionsOn(String signalId);

    /** Newest first, below the id {@code before} where given. */
    List<AlertRecord> alerts(int limit, @Nullable Long before);

    /** Oldest first, both ends included. */
    List<EquityPoint> equity(@Nullable Instant from, @Nullable Instant to);
}
