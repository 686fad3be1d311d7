-- What a terminal has said, under its own signature, of how it stands. Nothing of any citizen is in it.
CREATE TABLE readiness (
    terminal   text        NOT NULL,
    id         uuid        NOT NULL,
    hash       bytea       NOT NULL,
    verdict    text        NOT NULL,
    made_at    timestamptz NOT NULL,
    arrived_at timestamptz NOT NULL,
    pdf        bytea       NOT NULL,
    PRIMARY KEY (terminal, id)
);
CREATE INDEX readiness_latest ON readiness (terminal, made_at DESC);
