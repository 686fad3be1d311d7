-- Who works here. Nobody is deleted: who has left is shut out, and the rows of what he did keep their name. docs/decisions/0088
CREATE TABLE staff (
    number       text        NOT NULL PRIMARY KEY,
    name         text        NOT NULL,
    roles        text[]      NOT NULL,
    -- Both empty until an invitation was taken up. The secret of the codes is sealed under the centre's.
    password     text,
    totp         bytea,
    -- The last code that was taken; it and those before are taken no more.
    totp_step    bigint      NOT NULL DEFAULT 0,
    failed       int         NOT NULL DEFAULT 0,
    locked_until timestamptz,
    shut         boolean     NOT NULL DEFAULT false,
    since        timestamptz NOT NULL
);

-- Hashes of tokens: who reads this table is nobody's session.
CREATE TABLE staff_session (
    token    bytea       NOT NULL PRIMARY KEY,
    staff    text        NOT NULL REFERENCES staff (number),
    begun_at timestamptz NOT NULL,
    seen_at  timestamptz NOT NULL
);
CREATE INDEX staff_session_by_person ON staff_session (staff);

-- With which somebody sets password and authenticator, once. The code as a hash.
CREATE TABLE staff_invitation (
    code     bytea       NOT NULL PRIMARY KEY,
    staff    text        NOT NULL REFERENCES staff (number),
    by_staff text        NOT NULL,
    totp     bytea       NOT NULL,
    until    timestamptz NOT NULL,
    used_at  timestamptz
);

-- What they did, chained by keyed hashes. docs/decisions/0089
CREATE TABLE staff_audit (
    chain   text        NOT NULL,
    seq     bigint      NOT NULL,
    at      timestamptz NOT NULL,
    staff   text        NOT NULL,
    deed    text        NOT NULL,
    subject text        NOT NULL,
    hash    bytea       NOT NULL,
    PRIMARY KEY (chain, seq)
);
CREATE INDEX staff_audit_by_person ON staff_audit (staff, seq);
CREATE INDEX staff_audit_by_subject ON staff_audit (subject, seq);

-- Where the chain ends. Whoever writes holds this row, which is what gives the rows their order.
CREATE TABLE staff_audit_head (
    chain text        NOT NULL PRIMARY KEY,
    seq   bigint      NOT NULL,
    at    timestamptz NOT NULL,
    hash  bytea       NOT NULL,
    seal  bytea       NOT NULL
);
INSERT INTO staff_audit_head (chain, seq, at, hash, seal)
VALUES ('staff', 0, '1970-01-01', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'));
