-- Why an outcome stands as it does, where that was said while only those who lead could see it: nobody else reads that once it is open to everybody.
UPDATE outcomes SET because = NULL
FROM (
  SELECT conversation, outcome,
    max(number) FILTER (WHERE seen_by = 'everyone' AND seen_before = 'leaders') AS opened, max(number) FILTER (WHERE type = 'outcomeStood') AS stood
  FROM (
    SELECT conversation, number, type, body ->> 'outcome' AS outcome, body ->> 'seenBy' AS seen_by,
      lag(body ->> 'seenBy') OVER (PARTITION BY conversation, body ->> 'outcome', type = 'outcomeStood' ORDER BY number) AS seen_before
    FROM events WHERE type IN ('outcomeMade', 'outcomeChanged', 'outcomeStood')
  ) AS said
  GROUP BY conversation, outcome
) AS latest
WHERE latest.conversation = outcomes.conversation AND latest.outcome = outcomes.id
  AND outcomes.seen_by = 'everyone' AND outcomes.because IS NOT NULL AND latest.stood < latest.opened;
