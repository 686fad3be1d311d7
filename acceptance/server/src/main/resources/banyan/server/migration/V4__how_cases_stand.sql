-- The lookup code of a receipt, as a keyed hash under the receipt's number. Receipts of before have none.
CREATE TABLE lookup_code (
    number   text PRIMARY KEY,
    hash     bytea NOT NULL,
    terminal text  NOT NULL,
    id       uuid  NOT NULL
);

-- Tries that fitted no case, under what is bounded: a terminal or a number, known or not, as a keyed hash.
CREATE TABLE lookup_try (
    subject bytea       NOT NULL,
    seq     bigint GENERATED ALWAYS AS IDENTITY,
    at      timestamptz NOT NULL,
    PRIMARY KEY (subject, seq)
);
CREATE INDEX lookup_try_by_time ON lookup_try (at);
