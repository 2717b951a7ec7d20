-- How often words of a conversation went with something that was done in another, so that whoever looks for news sees it.
ALTER TABLE streams ADD COLUMN erased_elsewhere integer NOT NULL DEFAULT 0;
