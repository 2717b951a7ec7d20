-- Words that an outcome took over from another conversation, in the very words of the original: when those are erased, these go too.
CREATE TABLE copied_texts (
  conversation text NOT NULL,
  id text NOT NULL,
  from_conversation text NOT NULL,
  from_id text NOT NULL,
  PRIMARY KEY (from_conversation, from_id, conversation, id)
);

INSERT INTO copied_texts (conversation, id, from_conversation, from_id)
SELECT own.conversation, own.id, theirs.conversation, theirs.id
FROM outcomes AS copy
JOIN outcomes AS original ON original.conversation = copy.from_conversation AND original.id = copy.from_outcome
JOIN texts AS own ON own.conversation = copy.conversation AND own.id = ANY (copy.texts)
JOIN texts AS theirs ON theirs.conversation = original.conversation AND theirs.id = ANY (original.texts)
WHERE theirs.words = own.words;
