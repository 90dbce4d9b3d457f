-- The epoch rises with every halt, reset and start; who stopped trading and since when; what role a person acted in.
ALTER TABLE account_state
    ADD COLUMN epoch       bigint NOT NULL DEFAULT 0,
    ADD COLUMN reset_epoch bigint NOT NULL DEFAULT 0,
    ADD COLUMN halted_at   timestamptz,
    ADD COLUMN halted_by   text;

-- Rows from before have none, and their hash does not cover one.
ALTER TABLE audit ADD COLUMN role text;

-- Shares at the broker that are not ours: none is known yet.
UPDATE account_state SET state = state || '{"externals": {}}'::jsonb;

UPDATE idempotency_keys SET outcome = outcome || '{"figures": {}, "checklist": []}'::jsonb;
