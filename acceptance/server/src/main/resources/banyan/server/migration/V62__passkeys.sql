-- By what an authenticator knows somebody: says nothing about him, and is guessed by nobody. docs/decisions/0120
ALTER TABLE staff ADD COLUMN passkey_handle bytea UNIQUE;

CREATE TABLE staff_passkey (
    staff      text        NOT NULL REFERENCES staff (number),
    id         uuid        NOT NULL,
    credential bytea       NOT NULL,
    name       text        NOT NULL,
    public_key bytea       NOT NULL,
    sign_count bigint      NOT NULL,
    since      timestamptz NOT NULL,
    used_at    timestamptz,
    PRIMARY KEY (staff, id)
);
CREATE UNIQUE INDEX staff_passkey_by_credential ON staff_passkey (credential);

-- What an authenticator was asked to sign, once and soon. Without a person it is a sign-in.
CREATE TABLE staff_passkey_question (
    id    uuid        NOT NULL PRIMARY KEY,
    staff text        REFERENCES staff (number),
    said  text        NOT NULL,
    until timestamptz NOT NULL
);
CREATE INDEX staff_passkey_question_by_end ON staff_passkey_question (until);
