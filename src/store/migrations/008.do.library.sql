-- What was taken over from somewhere else, and what others asked and nobody answered yet.
ALTER TABLE outcomes ADD COLUMN from_conversation text;
ALTER TABLE outcomes ADD COLUMN from_outcome text;
ALTER TABLE outcomes ADD COLUMN asked integer NOT NULL DEFAULT 0;
CREATE INDEX outcomes_taken_over ON outcomes (from_conversation, from_outcome) WHERE from_outcome IS NOT NULL;
CREATE INDEX outcomes_asked ON outcomes (conversation) WHERE asked > 0;
