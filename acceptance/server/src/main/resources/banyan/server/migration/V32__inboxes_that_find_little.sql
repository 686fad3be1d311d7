-- A million open cases of which few are free, or wait for their citizens: without these the page walked past all the others. docs/decisions/0081
CREATE INDEX case_free ON case_file (waits_until, number) WHERE open AND clerk IS NULL AND stopped_at IS NULL;
CREATE INDEX case_free_of_department ON case_file (department, waits_until, number)
    WHERE open AND clerk IS NULL AND stopped_at IS NULL;
CREATE INDEX case_free_by_state ON case_file (state, waits_until, number) WHERE open AND clerk IS NULL AND stopped_at IS NULL;
CREATE INDEX case_asked ON case_file (waits_until, number) WHERE open AND stopped_at IS NOT NULL;
CREATE INDEX case_asked_of_department ON case_file (department, waits_until, number) WHERE open AND stopped_at IS NOT NULL;
