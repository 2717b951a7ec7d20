-- What lives on after conversations, to be found without folding: written in the transaction of the events it follows from.
-- Words are not kept twice: texts are named by their ids; only what is searched for stands here, and goes when a text is erased.
CREATE TABLE outcomes (
  conversation text NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  waiting boolean NOT NULL,
  due date,
  seen_by text NOT NULL,
  title text,
  owner text NOT NULL,
  theme text,
  texts text[] NOT NULL,
  search tsvector,
  PRIMARY KEY (conversation, id)
);
CREATE INDEX outcomes_search ON outcomes USING gin (search);
CREATE INDEX outcomes_due ON outcomes (due, conversation, id) WHERE waiting;

-- Whether everybody may read of it, and where it is about.
ALTER TABLE streams ADD COLUMN published boolean NOT NULL DEFAULT false;
ALTER TABLE streams ADD COLUMN place text;
