-- One row per account: the whole state as one value, with its figures beside it for people and reports.
-- Every writer locks this row first; what follows is therefore one sequence per account.
CREATE TABLE account_state (
    account        text PRIMARY KEY,
    state          jsonb          NOT NULL,
    revision       bigint         NOT NULL,
    decided_up_to  timestamptz,
    trading_status text           NOT NULL,
    halt_trigger   text,
    halt_reason    text,
    cash           numeric(20, 6) NOT NULL,
    equity         numeric(20, 6) NOT NULL,
    exposure       numeric(20, 6) NOT NULL,
    peak_equity    numeric(20, 6) NOT NULL,
    open_positions integer        NOT NULL,
    config_hash    text           NOT NULL,
    updated_at     timestamptz    NOT NULL
);

-- What has arrived of bars that are not decided yet; rows go when their bar time is decided.
CREATE TABLE bar_inputs (
    bar_time       timestamptz NOT NULL,
    symbol         text        NOT NULL,
    timeframe      text        NOT NULL,
    correlation_id text        NOT NULL,
    close          numeric(20, 6),
    settled_at     timestamptz,
    indicated      boolean     NOT NULL DEFAULT false,
    atr            numeric(20, 6),
    signal_ids     text[]      NOT NULL DEFAULT '{}',
    PRIMARY KEY (bar_time, symbol),
    CHECK ((close IS NULL) = (settled_at IS NULL))
);
CREATE INDEX bar_inputs_settled ON bar_inputs (bar_time) WHERE close IS NOT NULL;
CREATE INDEX bar_inputs_indicated ON bar_inputs (symbol, bar_time) WHERE indicated;

-- Every signal that risk was told, in the engine's form.
CREATE TABLE signals (
    signal_id      text PRIMARY KEY,
    symbol         text        NOT NULL,
    bar_time       timestamptz NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('ENTRY', 'EXIT')),
    correlation_id text        NOT NULL,
    signal         jsonb       NOT NULL
);

-- The answer to every signal and every request, with the figures behind it.
CREATE TABLE decisions (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account        text        NOT NULL,
    bar_time       timestamptz NOT NULL,
    outcome        text        NOT NULL CHECK (outcome IN ('APPROVED', 'DENIED', 'IGNORED')),
    intent         text,
    symbol         text        NOT NULL,
    signal_id      text,
    order_id       text,
    code           text        NOT NULL,
    detail         text        NOT NULL,
    figures        jsonb       NOT NULL,
    correlation_id text        NOT NULL
);
CREATE INDEX decisions_signal ON decisions (signal_id);

CREATE TABLE alerts (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account        text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    type           text        NOT NULL,
    severity       text        NOT NULL,
    code           text        NOT NULL,
    detail         text        NOT NULL,
    figures        jsonb       NOT NULL,
    correlation_id text        NOT NULL
);

CREATE TABLE equity_points (
    account      text           NOT NULL,
    bar_time     timestamptz    NOT NULL,
    equity       numeric(20, 6) NOT NULL,
    cash         numeric(20, 6) NOT NULL,
    exposure     numeric(20, 6) NOT NULL,
    drawdown_pct numeric(20, 6) NOT NULL,
    PRIMARY KEY (account, bar_time)
);

-- Privileged acts. Each row carries the hash of the one before it, so that a row changed or taken out is found.
CREATE TABLE audit (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account   text        NOT NULL,
    time      timestamptz NOT NULL,
    actor     text        NOT NULL,
    action    text        NOT NULL,
    reason    text        NOT NULL,
    before    text        NOT NULL,
    after     text        NOT NULL,
    result    text        NOT NULL,
    prev_hash text        NOT NULL UNIQUE,
    hash      text        NOT NULL UNIQUE
);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit is append-only: % refused', TG_OP;
END
$$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_keeps_all BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- Answers already given to privileged requests.
CREATE TABLE idempotency_keys (
    key         text PRIMARY KEY,
    fingerprint text        NOT NULL,
    outcome     jsonb       NOT NULL,
    created_at  timestamptz NOT NULL
);
