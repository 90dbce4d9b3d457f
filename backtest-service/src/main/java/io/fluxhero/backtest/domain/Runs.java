package io.fluxhero.backtest.domain;

import java.util.List;
import java.util.Optional;

/** Runs that were done. */
public interface Runs {

    /** Keeps a run; one that is there already stays as it is. */
    void keep(Run run);

    /** Keeps who cancelled a run; where that is known already it stays as it is. */
    void keep(Cancellation cancellation);

    /** How far a run was when it was cancelled, the last time: by its own id or that of the request that started it. */
    Optional<RunProgress> cancelled(String id);

    /** Whether it is kept: quicker than to read it. */
    boolean has(String runId);

    Optional<Run> find(String runId);

    /** Newest first. */
    List<RunSummary> newest(int limit);
}
