-- One row per run; the id follows from request, bars and configuration, so a repeated run is the same row.
CREATE TABLE runs (
    run_id               text PRIMARY KEY,
    created_at           timestamptz      NOT NULL,
    symbol               text             NOT NULL,
    timeframe            text             NOT NULL,
    start_date           date             NOT NULL,
    end_date             date             NOT NULL,
    strategy_mode        text             NOT NULL,
    initial_capital      double precision NOT NULL,
    final_equity         double precision NOT NULL,
    total_return_pct     double precision NOT NULL,
    sharpe_ratio         double precision,
    max_drawdown_pct     double precision NOT NULL,
    win_rate             double precision,
    num_trades           integer          NOT NULL,
    success_criteria_met boolean          NOT NULL,
    config_hash          text             NOT NULL,
    data_hash            text             NOT NULL,
    result               text             NOT NULL
);

CREATE INDEX runs_newest ON runs (created_at DESC, run_id);
