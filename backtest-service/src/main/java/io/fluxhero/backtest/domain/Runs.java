package io.fluxhero.backtest.domain;

import java.util.List;
import java.util.Optional;

/** Runs that were done. */
public interface Runs {

    /** Keeps a run; one that is there already stays as it is. */
    void keep(Run run);

    Optional<Run> find(String runId);

    /** Newest first. */
    List<RunSummary> newest(int limit);
}
