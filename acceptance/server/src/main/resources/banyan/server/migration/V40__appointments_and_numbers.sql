-- Times that are booked, and numbers in queues. Citizens are keyed hashes, names their first character, telephones sealed under a key that
-- is not in the database. docs/decisions/0092-a-time-is-given-by-one-row.md

-- How many of a time are given: one row for each, so that whoever takes a place changes that row or nothing.
CREATE TABLE appointment_slot (
    hall   text        NOT NULL,
    item   text        NOT NULL,
    starts timestamptz NOT NULL,
    taken  int         NOT NULL CHECK (taken >= 0),
    PRIMARY KEY (hall, item, starts)
);

CREATE TABLE appointment (
    id        uuid PRIMARY KEY,
    hash      bytea       NOT NULL,
    terminal  text        NOT NULL,
    origin    text        NOT NULL,
    hall      text        NOT NULL,
    item      text        NOT NULL,
    starts    timestamptz NOT NULL,
    ends      timestamptz NOT NULL,
    citizen   bytea       NOT NULL,
    masked    text        NOT NULL,
    phone     bytea,
    state     text        NOT NULL CHECK (state IN ('BOOKED', 'CHECKED_IN', 'CANCELLED')),
    booked_at timestamptz NOT NULL
);

-- What a citizen has booked, one for each item and day; goes when it is cancelled.
CREATE TABLE appointment_of_citizen (
    citizen bytea NOT NULL,
    item    text  NOT NULL,
    day     date  NOT NULL,
    id      uuid  NOT NULL,
    PRIMARY KEY (citizen, item, day)
);

-- The codes on slips, as keyed hashes.
CREATE TABLE appointment_code (
    code bytea PRIMARY KEY,
    id   uuid NOT NULL
);

CREATE TABLE queue_counter (
    hall  text NOT NULL,
    queue text NOT NULL,
    day   date NOT NULL,
    given int  NOT NULL,
    PRIMARY KEY (hall, queue, day)
);

-- due: before whom it is called; taken_at, and earlier for whoever has an appointment.
CREATE TABLE ticket (
    hall        text        NOT NULL,
    day         date        NOT NULL,
    queue       text        NOT NULL,
    count       int         NOT NULL,
    number      text        NOT NULL,
    appointment uuid,
    state       text        NOT NULL CHECK (state IN ('WAITING', 'CALLED', 'SKIPPED', 'SERVED')),
    due         timestamptz NOT NULL,
    taken_at    timestamptz NOT NULL,
    called_at   timestamptz,
    calls       int         NOT NULL DEFAULT 0,
    counter     text,
    ended_at    timestamptz,
    PRIMARY KEY (hall, day, queue, count)
);
CREATE INDEX ticket_by_turn ON ticket (hall, day, queue, state, due, count);

CREATE TABLE ticket_name (
    terminal text  NOT NULL,
    id       uuid  NOT NULL,
    hash     bytea NOT NULL,
    hall     text  NOT NULL,
    day      date  NOT NULL,
    queue    text  NOT NULL,
    count    int   NOT NULL,
    PRIMARY KEY (terminal, id)
);
