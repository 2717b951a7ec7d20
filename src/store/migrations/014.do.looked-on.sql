-- The day on which the holder of a receipt last opened it: a moment could be laid beside what was told at that moment, also after sealing.
ALTER TABLE receipts ADD COLUMN looked_on date;
UPDATE receipts SET looked_on = (to_timestamp(looked_at / 1000) AT TIME ZONE 'Europe/Amsterdam')::date, looked_at = NULL WHERE looked_at IS NOT NULL;
ALTER TABLE receipts DROP COLUMN looked_at;
