-- The broker is another party: orders remember what was said to it, and how far its log was read.
alter table orders add column seq bigserial;
alter table orders add column version bigint not null default 0;
alter table orders add column attempt integer not null default 1 check (attempt > 0);
alter table orders add column client_order_id text unique generated always as
    (case when attempt = 1 then order_id else order_id || '-try' || attempt end) stored;
alter table orders add column broker_order_id text;
alter table orders add column cancel_reason text;
alter table orders add column risk_epoch bigint;
alter table orders add column expires_at timestamptz;
create index orders_by_state on orders (account, state, seq)
    where state not in ('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED');

alter table accounts add column report_cursor bigint not null default 0;
alter table accounts add column opening_cash numeric(18, 6);

create table stop_moves (
    entry_order_id  text primary key,
    account         text not null,
    symbol          text not null,
    stop_price      numeric(18, 6) not null,
    bar_time        timestamptz not null
);

-- What our books and the broker's say differently, and reports that could not be believed.
create table discrepancies (
    discrepancy_id  text primary key,
    account         text not null,
    kind            text not null,
    subject         text not null,
    detail          text not null,
    seen_at         timestamptz not null,
    last_seen_at    timestamptz not null,
    resolved_at     timestamptz
);
create index discrepancies_open on discrepancies (account, kind) where resolved_at is null;

-- What stands at the broker without an order of ours. Shown and counted, never traded.
create table external_positions (
    account     text not null,
    symbol      text not null,
    shares      bigint not null,
    seen_at     timestamptz not null,
    primary key (account, symbol)
);

-- The paper broker: an entry that filled in part is an order and a position at once.
alter table paper_orders add column position boolean not null default false;
update paper_orders set position = (live = 'PROTECTIVE_STOP');
alter table paper_orders drop constraint paper_orders_pkey;
alter table paper_orders add primary key (order_id, position);
alter table paper_orders add column order_type text not null default 'MARKET';
alter table paper_orders add column limit_micros bigint not null default 0;
alter table paper_orders add column trigger_micros bigint not null default 0;
alter table paper_orders add column time_in_force text not null default 'GTC';
alter table paper_orders add column time_limit_bars integer not null default 0;
alter table paper_orders add column session_day bigint not null default -9223372036854775808;
alter table paper_orders add column triggered boolean not null default false;
create index paper_executions_by_order on paper_executions (order_id);

create table paper_events (
    sequence        bigint generated always as identity primary key,
    at              timestamptz not null,
    kind            text not null,
    order_id        text not null,
    entry_order_id  text,
    intent          text,
    fill_id         text references paper_executions,
    text            text
);
create index paper_events_by_order on paper_events (order_id, sequence);

create table paper_bars (
    symbol      text primary key,
    timeframe   text not null,
    bar_time    timestamptz not null,
    close       numeric(18, 6) not null
);
insert into paper_bars select symbol, timeframe, bar_time, close from marks;
