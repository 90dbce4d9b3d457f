package io.fluxhero.backtest.postgres;

import io.fluxhero.backtest.domain.Run;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "runs")
class RunRow {

    @Id
    @Column(name = "run_id")
    String runId;

    @Column(name = "created_at")
    Instant createdAt;

    @Enumerated(EnumType.STRING)
    @Column
    Run.Kind kind;

    @Column
    String symbol;

    @Column
    String timeframe;

    @Column(name = "start_date")
    LocalDate startDate;

    @Column(name = "end_date")
    LocalDate endDate;

    @Column(name = "strategy_mode")
    String strategyMode;

    @Column(name = "initial_capital")
    double initialCapital;

    @Column(name = "final_equity")
    double finalEquity;

    @Column(name = "total_return_pct")
    double totalReturnPct;

    @Column(name = "sharpe_ratio")
    @Nullable
    Double sharpeRatio;

    @Column(name = "max_drawdown_pct")
    double maxDrawdownPct;

    @Column(name = "win_rate")
    @Nullable
    Double winRate;

    @Column(name = "num_trades")
    int numTrades;

    @Column(name = "success_criteria_met")
    boolean successCriteriaMet;

    @Column(name = "config_hash")
    String configHash;

    @Column(name = "data_hash")
    String dataHash;

    @Column(name = "result")
    String result;
}
