CREATE TABLE daily_reports (
    account  text        NOT NULL,
    taken_at timestamptz NOT NULL,
    report   jsonb       NOT NULL,
    PRIMARY KEY (account, taken_at)
);
