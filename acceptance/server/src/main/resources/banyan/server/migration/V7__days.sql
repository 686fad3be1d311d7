-- The legal date, for asking what a terminal filed on a day. docs/decisions/0059-each-day-is-laid-side-by-side.md
ALTER TABLE submission ADD COLUMN filed_at timestamptz;
UPDATE submission s SET filed_at = coalesce(
    (SELECT (convert_from(r.body, 'UTF8')::jsonb ->> 'filedAt')::timestamptz FROM receipt r
     WHERE r.terminal = s.terminal AND r.id = s.id), s.arrived_at);
ALTER TABLE submission ALTER COLUMN filed_at SET NOT NULL;
CREATE INDEX submission_by_filing ON submission (terminal, filed_at);

-- What a terminal last said it filed on a day, page by page, and what it was answered. Names and hashes only.
CREATE TABLE day_page (
    terminal   text        NOT NULL,
    day        date        NOT NULL,
    page       int         NOT NULL,
    made_at    timestamptz NOT NULL,
    arrived_at timestamptz NOT NULL,
    named      int         NOT NULL,
    waiting    int         NOT NULL,
    notes      int         NOT NULL,
    body       bytea       NOT NULL,
    answer     bytea       NOT NULL,
    PRIMARY KEY (terminal, day, page)
);
CREATE INDEX day_page_by_day ON day_page (day);

-- What the two books say otherwise, as of the last word about it.
CREATE TABLE day_gap (
    terminal text NOT NULL,
    day      date NOT NULL,
    page     int  NOT NULL,
    id       uuid NOT NULL,
    number   text NOT NULL,
    kind     text NOT NULL,
    PRIMARY KEY (terminal, day, page, id)
);
CREATE INDEX day_gap_by_day ON day_gap (day);
