-- What was asked of citizens while their cases were under way. body: what they are told. docs/decisions/0083
CREATE TABLE supplement_asked (
    terminal    text        NOT NULL,
    id          uuid        NOT NULL,
    ask         uuid        NOT NULL,
    body        bytea       NOT NULL,
    asked_at    timestamptz NOT NULL,
    days        int         NOT NULL,
    until       date,
    over        boolean     NOT NULL DEFAULT false,
    reminded_at timestamptz,
    PRIMARY KEY (terminal, id, ask)
);
CREATE INDEX supplement_unanswered ON supplement_asked (until) WHERE NOT over AND reminded_at IS NULL;

-- What they answered, by the terminal at which they did. receipt: null while papers are missing.
CREATE TABLE supplement (
    terminal      text        NOT NULL,
    id            uuid        NOT NULL,
    payload_hash  bytea       NOT NULL,
    payload       bytea       NOT NULL,
    case_terminal text        NOT NULL,
    case_id       uuid        NOT NULL,
    ask           uuid        NOT NULL,
    arrived_at    timestamptz NOT NULL,
    receipt       bytea,
    PRIMARY KEY (terminal, id)
);
CREATE INDEX supplement_by_case ON supplement (case_terminal, case_id);

-- body: what the citizen is told. data: what the document says besides.
CREATE TABLE case_decision (
    terminal text        NOT NULL,
    id       uuid        NOT NULL,
    body     bytea       NOT NULL,
    data     bytea       NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (terminal, id)
);

-- Under which order the document of a case was last printed.
CREATE TABLE case_result (
    terminal          text NOT NULL,
    id                uuid NOT NULL,
    at_terminal       text NOT NULL,
    request           uuid NOT NULL,
    PRIMARY KEY (terminal, id)
);
