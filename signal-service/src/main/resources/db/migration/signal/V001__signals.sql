-- How far each strategy instance came: a bar that is not later was decided before.
CREATE TABLE strategy_instances (
    symbol    text        NOT NULL,
    timeframe text        NOT NULL,
    last_bar  timestamptz NOT NULL,
    PRIMARY KEY (symbol, timeframe)
);

-- Signals as they were published.
CREATE TABLE signals (
    seq         bigint GENERATED ALWAYS AS IDENTITY,
    signal_id   text        PRIMARY KEY,
    symbol      text        NOT NULL,
    timeframe   text        NOT NULL,
    bar_time    timestamptz NOT NULL,
    signal_type text        NOT NULL,
    message     jsonb       NOT NULL
);
CREATE INDEX signals_newest ON signals (bar_time DESC, seq DESC);
CREATE INDEX signals_of_symbol ON signals (symbol, bar_time DESC);

-- What the strategy knew at the close of each bar, and its verdict; null is not known yet.
CREATE TABLE indicators (
    symbol           text        NOT NULL,
    timeframe        text        NOT NULL,
    bar_time         timestamptz NOT NULL,
    close            numeric     NOT NULL,
    kama             numeric,
    atr              numeric,
    atr_average      numeric,
    rsi              numeric,
    adx              numeric,
    plus_di          numeric,
    minus_di         numeric,
    bollinger_upper  numeric,
    bollinger_middle numeric,
    bollinger_lower  numeric,
    slope            numeric,
    r_squared        numeric,
    efficiency_ratio numeric,
    average_volume   bigint,
    regime           text        NOT NULL,
    raw_regime       text        NOT NULL,
    regime_bars      integer     NOT NULL,
    volatility       text        NOT NULL,
    gate             text        NOT NULL,
    detail           text        NOT NULL,
    value            numeric,
    threshold        numeric,
    signal_ids       text[]      NOT NULL,
    config_hash      text        NOT NULL,
    PRIMARY KEY (symbol, timeframe, bar_time)
);
