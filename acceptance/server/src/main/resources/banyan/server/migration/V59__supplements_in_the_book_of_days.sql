-- The date of a supplement by its citizen's confirmation, as a submission has it: its terminal names it among that day's.
ALTER TABLE supplement ADD COLUMN filed_at timestamptz;
UPDATE supplement SET filed_at = arrived_at;
ALTER TABLE supplement ALTER COLUMN filed_at SET NOT NULL;
CREATE INDEX supplement_by_day ON supplement (terminal, filed_at);
