-- Why something went another way, and how many of those who said it notice anything of it.
ALTER TABLE outcomes ADD COLUMN because text;
ALTER TABLE outcomes ADD COLUMN noticed_yes integer NOT NULL DEFAULT 0;
ALTER TABLE outcomes ADD COLUMN noticed_little integer NOT NULL DEFAULT 0;
ALTER TABLE outcomes ADD COLUMN noticed_no integer NOT NULL DEFAULT 0;
