-- Unfinished forms under a code that their citizens have on paper. The name is a hash of what the code is asked by, and what is sealed
-- opens with the code alone, of which the centre has nothing. docs/decisions/0071
CREATE TABLE paper_draft (
    name       bytea       NOT NULL PRIMARY KEY,
    terminal   text        NOT NULL,
    item       text        NOT NULL,
    version    text        NOT NULL,
    sealed     bytea       NOT NULL,
    revision   bigint      NOT NULL,
    hash       bytea       NOT NULL,
    arrived_at timestamptz NOT NULL,
    until      timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX paper_draft_by_end ON paper_draft (until);
