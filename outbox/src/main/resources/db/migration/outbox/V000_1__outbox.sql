-- Messages that were decided but not yet acknowledged by the broker; the relay deletes them.
CREATE TABLE outbox (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic          text        NOT NULL,
    key            text,
    message_id     text        NOT NULL,
    type           text        NOT NULL,
    correlation_id text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    headers        text[],
    value          bytea
);

-- Message ids that were taken in, so that a repeat is recognised; pruned by age.
CREATE TABLE inbox (
    topic       text        NOT NULL,
    message_id  text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, message_id)
);
CREATE INDEX inbox_received_at ON inbox (received_at);

-- The next offset to read, moved in the transaction of the state that the messages before it made.
CREATE TABLE consumer_offsets (
    topic       text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (topic, partition)
);
