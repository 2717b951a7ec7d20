-- Final reports that were closed before the list knew of it. Counter-voices are counted again with the next thing that happens.
UPDATE streams SET finished = latest.type = 'reportFinished'
FROM (
  SELECT DISTINCT ON (conversation) conversation, type FROM events
  WHERE type IN ('reportFinished', 'reportReopened') ORDER BY conversation, number DESC
) AS latest
WHERE latest.conversation = streams.conversation;
