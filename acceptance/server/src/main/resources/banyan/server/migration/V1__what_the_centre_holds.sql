-- Every table that grows with the cases begins its key with what a request names it by, so that each can be distributed by its
-- first column (terminal, or the code or number that is looked up) without a change of key. docs/decisions/0011-rows-of-the-centre.md

CREATE TABLE submission (
    terminal     text        NOT NULL,
    id           uuid        NOT NULL,
    payload_hash bytea       NOT NULL,
    payload      bytea       NOT NULL,
    item         text        NOT NULL,
    arrived_at   timestamptz NOT NULL,
    PRIMARY KEY (terminal, id)
);
CREATE INDEX submission_by_arrival ON submission (arrived_at);

-- A row is written only after the paper's bytes are durable in the paper store. Papers may come before their submission.
CREATE TABLE paper (
    terminal text        NOT NULL,
    id       uuid        NOT NULL,
    hash     bytea       NOT NULL,
    size     bigint      NOT NULL,
    held_at  timestamptz NOT NULL,
    PRIMARY KEY (terminal, id, hash)
);

-- body: the signed receipt as it was first sent; every repeat sends these bytes.
CREATE TABLE receipt (
    terminal          text        NOT NULL,
    id                uuid        NOT NULL,
    acceptance_number text        NOT NULL,
    received_at       timestamptz NOT NULL,
    body              bytea       NOT NULL,
    PRIMARY KEY (terminal, id)
);

-- Every number that was given to a case or a certificate, so that none is given twice.
CREATE SEQUENCE case_counter;
CREATE SEQUENCE certificate_counter;
CREATE TABLE given_number (
    number   text PRIMARY KEY,
    terminal text NOT NULL,
    subject  uuid NOT NULL
);

-- What others are to be told, written in the statement or transaction that did it. Names only, nothing personal.
CREATE TABLE outbox (
    terminal text        NOT NULL,
    seq      bigint GENERATED ALWAYS AS IDENTITY,
    kind     text        NOT NULL,
    subject  text        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (terminal, seq)
);

-- Who was looked up from where and for what; the citizen as a keyed hash.
CREATE TABLE lookup (
    terminal text        NOT NULL,
    seq      bigint GENERATED ALWAYS AS IDENTITY,
    item     text        NOT NULL,
    citizen  bytea       NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (terminal, seq)
);

CREATE TABLE certificate (
    terminal   text        NOT NULL,
    request    uuid        NOT NULL,
    order_hash bytea       NOT NULL,
    item       text        NOT NULL,
    holder     text        NOT NULL,
    number     text        NOT NULL,
    code       text        NOT NULL,
    body       bytea       NOT NULL,
    issued_at  timestamptz NOT NULL,
    pages      int,
    outcome    text,
    PRIMARY KEY (terminal, request)
);
-- Apart from the certificate, because it may be declared void by a terminal that never heard whether it was issued.
CREATE TABLE voided (
    terminal text        NOT NULL,
    request  uuid        NOT NULL,
    void_at  timestamptz NOT NULL,
    PRIMARY KEY (terminal, request)
);
CREATE TABLE verification (
    code     text PRIMARY KEY,
    terminal text NOT NULL,
    request  uuid NOT NULL
);

-- One for each case, whichever terminal it comes from.
CREATE TABLE evaluation (
    case_id    uuid PRIMARY KEY,
    terminal   text        NOT NULL,
    hash       bytea       NOT NULL,
    level      int         NOT NULL CHECK (level BETWEEN 1 AND 5),
    reasons    text[]      NOT NULL,
    given_at   timestamptz NOT NULL,
    arrived_at timestamptz NOT NULL,
    phone      text
);

CREATE TABLE trouble (
    terminal   text        NOT NULL,
    trace      text        NOT NULL,
    hash       bytea       NOT NULL,
    item       text,
    step       text        NOT NULL,
    fault_code text        NOT NULL,
    given_at   timestamptz NOT NULL,
    arrived_at timestamptz NOT NULL,
    phone      text,
    PRIMARY KEY (terminal, trace)
);
