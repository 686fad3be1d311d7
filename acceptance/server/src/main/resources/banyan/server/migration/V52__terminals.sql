-- Which terminals this centre knows, where they stand and under which key they sign. opening: hours as JSON, {} for always.
-- changed_at: by the database's clock, so that every centre over it finds what another has changed. docs/decisions/0074
CREATE TABLE terminal (
    number     text        NOT NULL PRIMARY KEY,
    site       text        NOT NULL DEFAULT '',
    zone       text        NOT NULL DEFAULT '',
    district   text        NOT NULL DEFAULT '',
    region     text        NOT NULL DEFAULT '',
    opening    text        NOT NULL DEFAULT '{}',
    state      text        NOT NULL CHECK (state IN ('INTRODUCED', 'ENROLLED', 'REVOKED')),
    algorithm  text        NOT NULL,
    key        bytea       NOT NULL,
    since      timestamptz NOT NULL,
    by_staff   text        NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX terminal_by_change ON terminal (changed_at);

-- Keys that are never taken again for this terminal: another took their place, or they were revoked.
CREATE TABLE terminal_key_gone (
    terminal text        NOT NULL,
    key      bytea       NOT NULL,
    gone_at  timestamptz NOT NULL,
    by_staff text        NOT NULL,
    PRIMARY KEY (terminal, key)
);
