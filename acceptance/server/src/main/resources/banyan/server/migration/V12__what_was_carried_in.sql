-- What staff have carried in from a dead terminal's disk, by whom and what became of it. Nobody's name is in it. docs/decisions/0067
CREATE TABLE carried_in (
    id        uuid PRIMARY KEY,
    terminal  text        NOT NULL,
    file_hash bytea       NOT NULL,
    by_staff  text        NOT NULL,
    begun_at  timestamptz NOT NULL,
    ended_at  timestamptz
);

CREATE TABLE carried_in_entry (
    carried_in uuid NOT NULL REFERENCES carried_in (id),
    kind       text NOT NULL,
    subject    text NOT NULL,
    outcome    text NOT NULL,
    PRIMARY KEY (carried_in, kind, subject)
);
