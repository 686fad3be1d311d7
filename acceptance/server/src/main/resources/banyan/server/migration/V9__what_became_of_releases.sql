-- What each terminal has last said of each release. The releases themselves lie in a folder. docs/decisions/0069
CREATE TABLE release_standing (
    terminal   text        NOT NULL,
    number     bigint      NOT NULL,
    standing   text        NOT NULL,
    fault      text,
    said_at    timestamptz NOT NULL,
    arrived_at timestamptz NOT NULL,
    PRIMARY KEY (terminal, number)
);
