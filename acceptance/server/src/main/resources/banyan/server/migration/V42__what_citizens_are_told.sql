-- What citizens are told by message: once each, by a name that the receiver knows it again by. What it says and to whom is sealed under a
-- key that is not in the database, and goes once it is sent. docs/decisions/0094-a-message-goes-at-least-once-and-is-known-again.md
CREATE TABLE notice (
    id        uuid PRIMARY KEY,
    kind      text        NOT NULL,
    sealed    bytea       NOT NULL,
    state     text        NOT NULL CHECK (state IN ('WAITING', 'SENT', 'DEAD')),
    tries     int         NOT NULL DEFAULT 0,
    next_at   timestamptz NOT NULL,
    queued_at timestamptz NOT NULL,
    ended_at  timestamptz,
    code      text
);
CREATE INDEX notice_by_turn ON notice (next_at) WHERE state = 'WAITING';
CREATE INDEX notice_dead ON notice (ended_at) WHERE state = 'DEAD';
