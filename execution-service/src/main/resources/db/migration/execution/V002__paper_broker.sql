-- The paper broker's own books: what works there, in order of submission, and what it traded.
create sequence paper_orders_seq;
create table paper_orders (
    order_id                text primary key,
    seq                     bigint not null default nextval('paper_orders_seq'),
    working                 boolean not null,
    signal_id               text,
    symbol                  text not null,
    decided_at              bigint not null,
    intent                  text not null,
    side                    text not null,
    mode                    text,
    shares                  bigint not null,
    stop_micros             bigint not null,
    target_micros           bigint not null,
    trailing_atr_multiple   double precision not null,
    average_volume          double precision not null,
    cash_limit_micros       bigint not null,
    live                    text not null,
    live_stop_micros        bigint not null,
    live_target_micros      bigint not null
);
create index paper_orders_working on paper_orders (seq) where working;

create table paper_executions (
    fill_id             text primary key,
    order_id            text not null,
    entry_order_id      text not null,
    symbol              text not null,
    bar_time            timestamptz not null,
    intent              text not null,
    side                text not null,
    shares              bigint not null,
    price_micros        bigint not null,
    commission_micros   bigint not null,
    slippage_micros     bigint not null
);
