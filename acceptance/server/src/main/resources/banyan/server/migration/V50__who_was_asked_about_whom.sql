-- A query at a department's system is noted before it is made: for what, under which request (a consent names the same one), which
-- provider was asked, and what became of it. A row whose outcome is still ASKED is of a centre that ended in between.
ALTER TABLE lookup ADD COLUMN purpose text NOT NULL DEFAULT 'FACTS';
ALTER TABLE lookup ADD COLUMN about uuid;
ALTER TABLE lookup ADD COLUMN provider text;
ALTER TABLE lookup ADD COLUMN outcome text;
