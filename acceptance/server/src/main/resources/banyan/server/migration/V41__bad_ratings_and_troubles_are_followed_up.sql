-- What somebody at the centre has to see to, because a citizen was not content or could not get it done. Nobody's name or telephone is in
-- it. docs/decisions/0093-a-bad-rating-is-a-task-with-a-day.md
CREATE TABLE follow_up (
    terminal   text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('RATING', 'TROUBLE')),
    subject    text        NOT NULL,
    item       text,
    owner      text        NOT NULL,
    opened_at  timestamptz NOT NULL,
    due        date        NOT NULL,
    held_by    text,
    held_at    timestamptz,
    closed_by  text,
    closed_at  timestamptz,
    call       text CHECK (call IN ('REACHED', 'NOT_REACHED', 'NOT_WANTED')),
    rectified  text,
    words      text,
    PRIMARY KEY (terminal, kind, subject),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (call IS NULL))
);
CREATE INDEX follow_up_by_day ON follow_up (due) WHERE closed_at IS NULL;
CREATE INDEX follow_up_by_subject ON follow_up (kind, subject);
CREATE INDEX evaluation_by_day ON evaluation (given_at);

-- What a citizen has said of a case stands, whoever has the database's password at the centre.
CREATE FUNCTION evaluation_stands() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'an evaluation stands as it was given'; END $$;
CREATE TRIGGER evaluation_stands BEFORE UPDATE OF case_id, terminal, hash, level, reasons, given_at, arrived_at ON evaluation
    FOR EACH ROW EXECUTE FUNCTION evaluation_stands();
