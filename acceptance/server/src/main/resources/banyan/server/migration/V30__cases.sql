-- What happens to a case after it was received. A case has the name of its submission, and begins with its receipt.
-- docs/decisions/0081-a-case-is-its-trace.md

-- version: the number of the latest event. citizen: a keyed hash. days_left: working days, behind counted_from; null while nobody has counted
-- them. due: null while the clock stands, and where the calendar does not reach.
CREATE TABLE case_file (
    terminal     text        NOT NULL,
    id           uuid        NOT NULL,
    number       text        NOT NULL,
    item         text        NOT NULL,
    item_version text,
    department   text        NOT NULL,
    citizen      bytea,
    state        text        NOT NULL,
    open         boolean     NOT NULL,
    version      int         NOT NULL,
    clerk        text,
    received_at  timestamptz NOT NULL,
    days_left    int,
    counted_from date        NOT NULL,
    due          date,
    stopped_at   timestamptz,
    -- Those of which nobody knows the day come last.
    waits_until  date        NOT NULL GENERATED ALWAYS AS (coalesce(due, DATE '9999-12-31')) STORED,
    PRIMARY KEY (terminal, id)
);
CREATE INDEX case_by_number ON case_file (number);
CREATE INDEX case_by_citizen ON case_file (citizen, received_at DESC);
CREATE INDEX case_inbox ON case_file (waits_until, number) WHERE open;
CREATE INDEX case_inbox_of_department ON case_file (department, waits_until, number) WHERE open;
CREATE INDEX case_of_clerk ON case_file (clerk, waits_until, number) WHERE open AND clerk IS NOT NULL;
CREATE INDEX case_by_state ON case_file (state, waits_until, number) WHERE open;
CREATE INDEX case_uncounted ON case_file (terminal, id) WHERE citizen IS NULL;

-- Everything that was done to it, in order. by_whom: citizen, centre, staff and a number, or rules and a version.
CREATE TABLE case_event (
    terminal text        NOT NULL,
    id       uuid        NOT NULL,
    seq      int         NOT NULL,
    deed     text        NOT NULL,
    state    text        NOT NULL,
    by_whom  text        NOT NULL,
    at       timestamptz NOT NULL,
    code     text,
    words    text,
    PRIMARY KEY (terminal, id, seq)
);

-- Cases of before: whose they are and under which version stands in the payload, which the centre reads when it starts.
INSERT INTO case_file (terminal, id, number, item, department, state, open, version, received_at, counted_from, due)
SELECT r.terminal, r.id, r.acceptance_number, s.item, '', 'RECEIVED', true, 1, r.received_at,
       (s.filed_at AT TIME ZONE 'Asia/Shanghai')::date, (convert_from(r.body, 'UTF8')::jsonb ->> 'answerBy')::date
FROM receipt r JOIN submission s ON s.terminal = r.terminal AND s.id = r.id;
INSERT INTO case_event (terminal, id, seq, deed, state, by_whom, at)
SELECT terminal, id, 1, 'RECEIVE', 'RECEIVED', 'centre', received_at FROM case_file;
