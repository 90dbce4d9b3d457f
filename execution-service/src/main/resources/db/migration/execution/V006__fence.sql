-- What is kept out of the broker: epochs that are over, and everything while a halt is on.
create table fences (
    account     text primary key,
    min_epoch   bigint not null,
    halted      boolean not null,
    changed_by  text,
    reason      text,
    changed_at  timestamptz
);

-- Event time of the simulated market: when the last settled bar was complete.
alter table accounts add column market_time timestamptz;

-- A limit order that nobody takes is priced again.
alter table orders add column working_limit numeric(18, 6);
alter table orders add column submitted_at timestamptz;
