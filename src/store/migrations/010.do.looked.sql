-- When the holder of a receipt last opened it (ms since 1970): what changed after that is new to them.
ALTER TABLE receipts ADD COLUMN looked_at bigint;
