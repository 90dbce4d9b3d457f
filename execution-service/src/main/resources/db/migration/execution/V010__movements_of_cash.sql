-- Resets of the account that were asked for, and the movement of cash that each became. Amount and settled are of those
-- that the broker has booked; settled is the bar time that had passed by then.
create table cash_movements (
    movement_id     text primary key,
    account         text not null,
    state           text not null check (state in ('REQUESTED', 'BOOKED', 'REFUSED')),
    cash            numeric(18, 6) not null,
    amount          numeric(18, 6) check ((amount is null) = (state <> 'BOOKED')),
    reason          text not null,
    requested_by    text not null,
    correlation_id  text not null,
    at              timestamptz not null,
    settled         timestamptz
);

-- The paper broker's own: what came in or went out other than by trading.
create table paper_cash_movements (
    movement_id     text primary key,
    amount          numeric(18, 6) not null,
    cash            numeric(18, 6) not null
);
