-- How each case stands with the city's own platform: to be handed over, there, over, or stuck until somebody releases it. One row for a
-- case, so it is handed over under one name however often that is tried. docs/decisions/0116-a-case-goes-to-the-citys-platform.md
--
-- theirs: the number the platform gave. stage: what it said last. tries: since the last answer. code: why it is stuck or late. at: of the last change or word.
CREATE TABLE city_case (
    terminal text        NOT NULL,
    id       uuid        NOT NULL,
    number   text        NOT NULL,
    item     text        NOT NULL,
    way      text        NOT NULL CHECK (way IN ('REST', 'HAND')),
    state    text        NOT NULL CHECK (state IN ('WAITING', 'THERE', 'ENDED', 'DEAD')),
    theirs   text,
    stage    text,
    tries    int         NOT NULL DEFAULT 0,
    next_at  timestamptz NOT NULL,
    at       timestamptz NOT NULL,
    code     text,
    PRIMARY KEY (terminal, id)
);
CREATE INDEX city_case_by_turn ON city_case (next_at) WHERE way = 'REST' AND state IN ('WAITING', 'THERE');
CREATE INDEX city_case_by_hand ON city_case (at) WHERE way = 'HAND' AND state IN ('WAITING', 'THERE');
CREATE INDEX city_case_dead ON city_case (at) WHERE state = 'DEAD';
CREATE INDEX city_case_by_number ON city_case (number);
