-- The day on which people were promised to hear, for the list of who leads it. It stands in the scope, where null takes it away.
ALTER TABLE streams ADD COLUMN IF NOT EXISTS hear_back date;
UPDATE streams SET hear_back = (latest.said ->> 'hearBackOn')::date
FROM (
  SELECT DISTINCT ON (conversation) conversation, said
  FROM (
    SELECT conversation, number, CASE type WHEN 'scopeChanged' THEN body -> 'after' ELSE body END AS said
    FROM events WHERE type IN ('scopeSet', 'scopeChanged')
  ) AS scope
  WHERE said ? 'hearBackOn' ORDER BY conversation, number DESC
) AS latest
WHERE latest.conversation = streams.conversation;
