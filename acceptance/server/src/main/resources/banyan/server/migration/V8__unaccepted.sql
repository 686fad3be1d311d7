-- What a terminal has kept and this centre does not take as it is: for a clerk, by a day. docs/decisions/0061-refused-after-it-was-kept.md
CREATE TABLE unaccepted (
    terminal   text        NOT NULL,
    id         uuid        NOT NULL,
    number     text        NOT NULL,
    code       text        NOT NULL,
    item       text        NOT NULL,
    filed_at   timestamptz NOT NULL,
    clerk      text        NOT NULL,
    telephone  text        NOT NULL,
    answer_by  date        NOT NULL,
    hash       bytea       NOT NULL,
    body       bytea       NOT NULL,
    arrived_at timestamptz NOT NULL,
    PRIMARY KEY (terminal, id)
);
CREATE INDEX unaccepted_by_day ON unaccepted (answer_by);

-- The lookup codes on slips of what terminals keep, as keyed hashes under the slips' numbers. A number may come again after a terminal
-- has lost its disk; its code does not.
CREATE TABLE slip (
    number   text  NOT NULL,
    hash     bytea NOT NULL,
    terminal text  NOT NULL,
    id       uuid  NOT NULL,
    PRIMARY KEY (number, hash)
);
