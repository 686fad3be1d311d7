-- Until when the rules of its item may decide a case; null where it has none. They may as long as nothing else has happened to it, so nothing more has
-- to be kept of it. docs/decisions/0107-decided-at-once-or-by-a-person.md
ALTER TABLE case_file ADD COLUMN rules_until timestamptz;
