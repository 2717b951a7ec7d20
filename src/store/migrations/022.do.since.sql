-- The day from which an outcome stands as it does. What was said while only those who lead could see it, is heard from the day it was opened.
ALTER TABLE outcomes ADD COLUMN IF NOT EXISTS since date;
UPDATE outcomes SET since = (to_timestamp(latest.at / 1000.0) AT TIME ZONE 'Europe/Amsterdam')::date
FROM (
  SELECT DISTINCT ON (conversation, outcome) conversation, outcome, at
  FROM (
    SELECT conversation, number, type, body ->> 'outcome' AS outcome, (body ->> 'at')::bigint AS at, body ->> 'seenBy' AS seen_by,
      lag(body ->> 'seenBy') OVER (PARTITION BY conversation, body ->> 'outcome', type = 'outcomeStood' ORDER BY number) AS seen_before
    FROM events WHERE type IN ('outcomeMade', 'outcomeChanged', 'outcomeStood')
  ) AS said
  WHERE type <> 'outcomeChanged' OR (seen_by = 'everyone' AND seen_before = 'leaders')
  ORDER BY conversation, outcome, number DESC
) AS latest
WHERE latest.conversation = outcomes.conversation AND latest.outcome = outcomes.id;
