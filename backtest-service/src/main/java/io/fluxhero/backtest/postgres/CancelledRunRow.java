package io.fluxhero.backtest.postgres;

import io.fluxhero.backtest.domain.Run;
import io.fluxhero.backtest.domain.RunProgress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "cancelled_runs")
class CancelledRunRow {

    @Id
    @Column
    long id;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "run_id")
    @Nullable
    String runId;

    @Enumerated(EnumType.STRING)
    @Column
    Run.Kind kind;

    @Column
    String symbol;

    @Column(name = "started_at")
    Instant startedAt;

    @Column
    int done;

    @Column
    int total;

    @Column(name = "cancelled_at")
    Instant cancelledAt;

    RunProgress progress() {
        return new RunProgress(
                kind, requestId, runId, symbol, startedAt, RunProgress.State.CANCELLED, done, total, null);
    }
}
