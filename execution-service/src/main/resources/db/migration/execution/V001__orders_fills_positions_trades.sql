-- Writers of an account lock its row first; it also holds the lock-step with risk.
create table accounts (
    account         text primary key,
    last_settled    timestamptz,
    last_decided    timestamptz
);

create table orders (
    order_id            text primary key,
    account             text not null references accounts,
    correlation_id      text not null,
    signal_id           text,
    entry_order_id      text,
    symbol              text not null,
    timeframe           text not null,
    bar_time            timestamptz not null,
    intent              text not null check (intent in ('ENTRY', 'EXIT', 'PROTECTIVE_STOP', 'TAKE_PROFIT', 'FLATTEN')),
    position_side       text not null check (position_side in ('LONG', 'SHORT')),
    mode                text,
    type                text not null check (type in ('MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT')),
    quantity            bigint not null check (quantity > 0),
    limit_price         numeric(18, 6),
    stop_price          numeric(18, 6),
    protective_stop     numeric(18, 6),
    take_profit         numeric(18, 6),
    average_volume      bigint,
    cash_limit          numeric(18, 6),
    signal_reason       text,
    signal_explanation  text,
    regime              text,
    state               text not null,
    filled_quantity     bigint not null check (filled_quantity between 0 and quantity),
    average_fill_price  numeric(18, 6),
    commission          numeric(18, 6) not null,
    slippage            numeric(18, 6) not null,
    created_at          timestamptz not null,
    updated_at          timestamptz not null
);
create index orders_by_time on orders (created_at desc, order_id);
create index orders_by_entry on orders (entry_order_id) where entry_order_id is not null;
create index orders_working on orders (account, symbol)
    where state not in ('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED');

-- References to orders are checked at commit, because one transaction writes many rows in batches by table.
create sequence order_events_seq increment by 50;
create table order_events (
    id          bigint primary key,
    order_id    text not null references orders deferrable initially deferred,
    from_state  text,
    to_state    text not null,
    at          timestamptz not null,
    detail      text not null
);
create index order_events_by_order on order_events (order_id, id);

create table fills (
    fill_id         text primary key,
    account         text not null,
    order_id        text not null references orders deferrable initially deferred,
    entry_order_id  text not null,
    symbol          text not null,
    bar_time        timestamptz not null,
    intent          text not null,
    position_side   text not null,
    quantity        bigint not null check (quantity > 0),
    price           numeric(18, 6) not null,
    commission      numeric(18, 6) not null,
    slippage        numeric(18, 6) not null,
    filled_at       timestamptz not null
);
create index fills_by_time on fills (bar_time desc, fill_id);
create index fills_by_order on fills (order_id);

create table positions (
    account         text not null,
    symbol          text not null,
    position_side   text not null check (position_side in ('LONG', 'SHORT')),
    entry_order_id  text not null references orders deferrable initially deferred,
    shares          bigint not null check (shares > 0),
    entry_price     numeric(18, 6) not null,
    stop_loss       numeric(18, 6),
    initial_stop    numeric(18, 6),
    take_profit     numeric(18, 6),
    entry_time      timestamptz not null,
    strategy        text,
    signal_reason   text,
    updated_at      timestamptz not null,
    primary key (account, symbol)
);

create table trades (
    trade_id            text primary key,
    account             text not null,
    symbol              text not null,
    position_side       text not null check (position_side in ('LONG', 'SHORT')),
    entry_order_id      text not null unique references orders deferrable initially deferred,
    entry_price         numeric(18, 6) not null,
    entry_time          timestamptz not null,
    shares              bigint not null check (shares > 0),
    stop_loss           numeric(18, 6),
    initial_stop        numeric(18, 6),
    take_profit         numeric(18, 6),
    strategy            text,
    regime              text,
    signal_reason       text,
    signal_explanation  text,
    commission          numeric(18, 6) not null,
    slippage            numeric(18, 6) not null,
    status              text not null check (status in ('OPEN', 'CLOSED', 'CANCELLED')),
    exit_shares         bigint not null check (exit_shares between 0 and shares),
    exit_gross          numeric(18, 6) not null,
    exit_price          numeric(18, 6),
    exit_time           timestamptz,
    exit_reason         text,
    exit_order_id       text,
    realized_pnl        numeric(18, 6),
    check ((status = 'CLOSED') = (realized_pnl is not null))
);
create index trades_by_symbol on trades (symbol);
create index trades_by_status on trades (status);
create index trades_by_entry_time on trades (entry_time desc, trade_id);

-- What a person or the kill switch asked for, so that the trades it closes say so.
create table flatten_requests (
    correlation_id  text primary key,
    account         text not null,
    symbol          text,
    reason          text not null,
    requested_by    text not null,
    requested_at    timestamptz not null
);

-- Candles that wait for the decision on the bar before.
create table bar_queue (
    bar_time        timestamptz not null,
    symbol          text not null,
    timeframe       text not null,
    open            numeric(18, 6) not null,
    high            numeric(18, 6) not null,
    low             numeric(18, 6) not null,
    close           numeric(18, 6) not null,
    volume          bigint not null,
    correlation_id  text not null,
    closed_at       timestamptz not null,
    primary key (bar_time, symbol)
);

create table marks (
    symbol      text primary key,
    timeframe   text not null,
    bar_time    timestamptz not null,
    close       numeric(18, 6) not null
);
