package io.fluxhero.risk.domain.record;

import java.util.List;

/** The reports that were kept. */
public interface DailyReports {

    void keep(DailyReport report);

    /** Newest first. */
    List<DailyReport> newest(int limit);
}
