CREATE TABLE seen (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text           text NOT NULL,
    correlation_id text NOT NULL
);
