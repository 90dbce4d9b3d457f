package io.fluxhero.backtest.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.backtest.domain.Cancellation;
import io.fluxhero.backtest.domain.Run;
import io.fluxhero.backtest.domain.RunProgress;
import io.fluxhero.backtest.domain.RunSummary;
import io.fluxhero.backtest.domain.Runs;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs as rows: the columns that lists show, and the whole result as one document. */
@ApplicationScoped
class PostgresRuns implements Runs, PanacheRepositoryBase<RunRow, String> {

    private final ObjectMapper json;

    PostgresRuns(ObjectMapper json) {
        this.json = json;
    }

    @Override
    @Transactional
    public void keep(Run run) {
        RunSummary line = run.summary();
        // The run may have been done at the same moment by another request: its row is the same.
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO runs (run_id, kind, created_at, symbol, timeframe, start_date, end_date, strategy_mode,"
                                + " initial_capital, final_equity, total_return_pct, sharpe_ratio, max_drawdown_pct,"
                                + " win_rate, num_trades, success_criteria_met, config_hash, data_hash, result)"
                                + " VALUES (:run_id, :kind, :created_at, :symbol, :timeframe, :start_date, :end_date, :mode,"
                                + " :initial, :final, :return, cast(nullif(:sharpe, '') as double precision), :drawdown,"
                                + " cast(nullif(:win_rate, '') as double precision), :trades, :met, :config, :data,"
                                + " cast(:result as text)) ON CONFLICT (run_id) DO NOTHING")
                .setParameter("run_id", line.runId())
                .setParameter("kind", line.kind().name())
                .setParameter("created_at", line.createdAt())
                .setParameter("symbol", line.symbol())
                .setParameter("timeframe", run.timeframe())
                .setParameter("start_date", line.startDate())
                .setParameter("end_date", line.endDate())
                .setParameter("mode", line.strategyMode())
                .setParameter("initial", line.initialCapital())
                .setParameter("final", line.finalEquity())
                .setParameter("return", line.totalReturnPct())
                .setParameter("sharpe", text(line.sharpeRatio()))
                .setParameter("drawdown", line.maxDrawdownPct())
                .setParameter("win_rate", text(line.winRate()))
                .setParameter("trades", line.numTrades())
                .setParameter("met", line.successCriteriaMet())
                .setParameter("config", line.configHash())
                .setParameter("data", line.dataHash())
                .setParameter("result", document(run))
                .executeUpdate();
    }

    @Override
    @Transactional
    public void keep(Cancellation cancellation) {
        RunProgress run = cancellation.run();
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO cancelled_runs (request_id, run_id, kind, symbol, started_at, done, total,"
                                + " cancelled_at, cancelled_by, role) VALUES (:request_id, nullif(:run_id, ''), :kind, :symbol,"
                                + " :started_at, :done, :total, :cancelled_at, :cancelled_by, :role) ON CONFLICT DO NOTHING")
                .setParameter("request_id", run.requestId())
                .setParameter("run_id", Objects.requireNonNullElse(run.runId(), ""))
                .setParameter("kind", run.kind().name())
                .setParameter("symbol", run.symbol())
                .setParameter("started_at", run.startedAt())
                .setParameter("done", run.done())
                .setParameter("total", run.total())
                .setParameter("cancelled_at", cancellation.cancelledAt())
                .setParameter("cancelled_by", cancellation.cancelledBy())
                .setParameter("role", cancellation.role())
                .executeUpdate();
    }

    @Override
    @Transactional
    public Optional<RunProgress> cancelled(String id) {
        return getEntityManager()
                .createQuery(
                        "FROM CancelledRunRow WHERE requestId = :id OR runId = :id ORDER BY cancelledAt DESC",
                        CancelledRunRow.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultStream()
                .map(CancelledRunRow::progress)
                .findFirst();
    }

    /** Unknown is an empty text here: a null without a type is not understood. */
    private static String text(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }

    @Override
    @Transactional
    public boolean has(String runId) {
        return count("runId", runId) > 0;
    }

    @Override
    @Transactional
    public Optional<Run> find(String runId) {
        return findByIdOptional(runId).map(this::run);
    }

    @Override
    @Transactional
    public List<RunSummary> newest(int limit) {
        // Without the documents: some are ten megabytes long.
        return findAll(Sort.descending("createdAt").and("runId"))
                .page(Page.ofSize(limit))
                .project(RunSummary.class)
                .list();
    }

    private String document(Run run) {
        try {
            return json.writeValueAsString(run);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result that cannot be written: " + run.runId(), e);
        }
    }

    private Run run(RunRow row) {
        try {
            return json.readValue(row.result, Run.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored result that cannot be read: " + row.runId, e);
        }
    }
}
