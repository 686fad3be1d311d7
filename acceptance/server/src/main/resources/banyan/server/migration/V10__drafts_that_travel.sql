-- Unfinished forms in citizens' accounts. The citizen is a keyed hash, the content sealed under a key that is not in the database.
-- docs/decisions/0070
CREATE TABLE draft (
    citizen  bytea       NOT NULL,
    id       uuid        NOT NULL,
    item     text        NOT NULL,
    sealed   bytea       NOT NULL,
    agreed   text        NOT NULL,
    words    bytea       NOT NULL,
    saved_at timestamptz NOT NULL,
    until    timestamptz NOT NULL,
    PRIMARY KEY (citizen, id)
);
CREATE INDEX draft_by_end ON draft (until);
