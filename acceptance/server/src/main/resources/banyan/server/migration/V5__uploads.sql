-- Large papers on their way. A chunk counts only once this row says so, which is after its bytes are durable; of row and file the
-- shorter holds. docs/decisions/0057-large-papers-in-chunks.md

CREATE TABLE upload (
    token      uuid        PRIMARY KEY,
    terminal   text        NOT NULL,
    id         uuid        NOT NULL,
    hash       bytea       NOT NULL,
    length     bigint      NOT NULL CHECK (length > 0),
    received   bigint      NOT NULL CHECK (received BETWEEN 0 AND length),
    begun_at   timestamptz NOT NULL,
    touched_at timestamptz NOT NULL,
    UNIQUE (terminal, id, hash)
);
CREATE INDEX upload_by_touch ON upload (touched_at);
