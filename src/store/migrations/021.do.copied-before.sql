-- Words that were taken over before pairs of them were kept, also where original or copy was worded anew since: both logs tell all their wordings.
WITH said AS (
  SELECT DISTINCT events.conversation, events.body ->> 'outcome' AS outcome, texts.id, texts.words
  FROM events
  CROSS JOIN LATERAL jsonb_path_query(jsonb_build_array(body -> 'fields', body -> 'theme'), '$.** ? (@.type() == "string")') AS part
  JOIN texts ON texts.conversation = events.conversation AND texts.id = part #>> '{}'
  WHERE events.type IN ('outcomeMade', 'outcomeChanged') AND texts.words IS NOT NULL
), taken AS (
  SELECT conversation, body ->> 'outcome' AS outcome, body #>> '{origin,conversation}' AS from_conversation, body #>> '{origin,outcome}' AS from_outcome
  FROM events WHERE type = 'outcomeMade' AND body ? 'origin'
)
INSERT INTO copied_texts (conversation, id, from_conversation, from_id)
SELECT own.conversation, own.id, theirs.conversation, theirs.id
FROM taken
JOIN said AS own ON own.conversation = taken.conversation AND own.outcome = taken.outcome
JOIN said AS theirs ON theirs.conversation = taken.from_conversation AND theirs.outcome = taken.from_outcome
WHERE theirs.words = own.words
ON CONFLICT DO NOTHING;
