-- What became of each cell of a terminal's document cabinet that was opened for a request. docs/decisions/0048
CREATE TABLE deposit (
    terminal   text        NOT NULL,
    id         uuid        NOT NULL,
    hash       bytea       NOT NULL,
    about      uuid        NOT NULL,
    cell       int         NOT NULL,
    materials  text[]      NOT NULL,
    how        text        NOT NULL,
    opened_at  timestamptz NOT NULL,
    arrived_at timestamptz NOT NULL,
    PRIMARY KEY (terminal, id)
);
CREATE INDEX deposit_by_case ON deposit (terminal, about);

-- Apart, because a cell may be emptied before the word about its deposit has come.
CREATE TABLE deposit_taken (
    terminal   text        NOT NULL,
    id         uuid        NOT NULL,
    hash       bytea       NOT NULL,
    found      boolean     NOT NULL,
    staff      text        NOT NULL,
    taken_at   timestamptz NOT NULL,
    arrived_at timestamptz NOT NULL,
    PRIMARY KEY (terminal, id)
);
