-- The number of 43 characters under which a case is known beyond this centre, and how many of a day each item has had.
-- docs/decisions/0117-the-number-of-forty-three-characters.md
ALTER TABLE city_case ADD COLUMN national text UNIQUE;
CREATE TABLE national_serial (
    code text NOT NULL,
    day  date NOT NULL,
    last int  NOT NULL,
    PRIMARY KEY (code, day)
);
