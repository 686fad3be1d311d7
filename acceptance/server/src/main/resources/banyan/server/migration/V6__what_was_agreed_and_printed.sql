-- To which words a citizen agreed, and for which request. Nobody's name is in it. docs/decisions/0058
CREATE TABLE consent (
    terminal   text        NOT NULL,
    name       text        NOT NULL,
    about      uuid        NOT NULL,
    hash       bytea       NOT NULL,
    body       bytea       NOT NULL,
    arrived_at timestamptz NOT NULL,
    PRIMARY KEY (terminal, name)
);
CREATE INDEX consent_by_case ON consent (terminal, about);

-- The lines of the terminals' ledgers of printed certificates, as they came.
CREATE TABLE ledger (
    terminal   text        NOT NULL,
    name       text        NOT NULL,
    hash       bytea       NOT NULL,
    body       bytea       NOT NULL,
    arrived_at timestamptz NOT NULL,
    PRIMARY KEY (terminal, name)
);
CREATE INDEX ledger_by_arrival ON ledger (arrived_at);
