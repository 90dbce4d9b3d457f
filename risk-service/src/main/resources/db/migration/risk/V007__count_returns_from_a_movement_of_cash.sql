-- Cash that came in or went out other than by trading: amount, cash afterwards, and the newest bar time decided by then,
-- whose equity point is the last one without it.
CREATE TABLE cash_movements (
    movement_id   text PRIMARY KEY,
    account       text           NOT NULL,
    amount        numeric(20, 6) NOT NULL,
    cash          numeric(20, 6) NOT NULL,
    decided_up_to timestamptz,
    occurred_at   timestamptz    NOT NULL
);

-- Returns count from the last movement, or from what the account was opened with.
UPDATE account_state SET state = state || jsonb_build_object('baseMicros', state -> 'initialCashMicros');
