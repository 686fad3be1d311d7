-- With which a terminal becomes known, once. secret: the hash by which both sides prove the code, sealed under the centre's secret; nobody
-- reads the code from it. key: with which it was used, so that the same request brings the same answer. docs/decisions/0110
CREATE TABLE enrolment_code (
    terminal text        NOT NULL PRIMARY KEY,
    secret   bytea       NOT NULL,
    until    timestamptz NOT NULL,
    tries    integer     NOT NULL DEFAULT 0,
    key      bytea,
    by_staff text        NOT NULL
);

-- What a key was by which something was signed before it was replaced.
ALTER TABLE terminal_key_gone ADD COLUMN algorithm text NOT NULL DEFAULT 'Ed25519';

-- Requests that must have their effect once, by the hash of their signature, for as long as their date is taken. docs/decisions/0111
CREATE TABLE request_seen (
    terminal  text        NOT NULL,
    signature bytea       NOT NULL,
    seen_at   timestamptz NOT NULL,
    PRIMARY KEY (terminal, signature)
);
CREATE INDEX request_seen_by_time ON request_seen (seen_at);
