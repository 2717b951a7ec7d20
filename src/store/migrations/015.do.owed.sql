-- What a conversation still owes, for the list of who leads it: counter-voices without an answer, and whether the final report is closed.
ALTER TABLE streams ADD COLUMN voices integer NOT NULL DEFAULT 0;
ALTER TABLE streams ADD COLUMN finished boolean NOT NULL DEFAULT false;
