-- Texts whose words were erased since the files were last wiped, and whether they stand on the list outside the database.
CREATE TABLE erased (
  conversation text NOT NULL,
  id text NOT NULL,
  listed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (conversation, id)
);
-- How far (in bytes) this database has followed each such list.
CREATE TABLE erased_lists (
  list text PRIMARY KEY,
  applied bigint NOT NULL
);
-- When the files were last wiped (ms since 1970). One row.
CREATE TABLE wiped (at bigint NOT NULL);
INSERT INTO wiped (at) VALUES (extract(epoch FROM now()) * 1000);

-- Statistics keep samples of what people wrote: none of words, and none of addresses. The type stays; naming it again throws away what was sampled.
ALTER TABLE texts ALTER COLUMN words TYPE text, ALTER COLUMN words SET STATISTICS 0;
ALTER TABLE addresses ALTER COLUMN address TYPE text, ALTER COLUMN address SET STATISTICS 0;
ALTER TABLE outcomes ALTER COLUMN search TYPE tsvector, ALTER COLUMN search SET STATISTICS 0;
