-- By which other systems ask for an organiser. The secret is stored nowhere.
CREATE TABLE tokens (
  id text PRIMARY KEY,
  organiser text NOT NULL,
  -- The way in of who made it: when that goes, so does the token.
  link text,
  secret_hash bytea NOT NULL UNIQUE,
  name text NOT NULL,
  scopes text[] NOT NULL,
  ends_on date NOT NULL
);
CREATE INDEX tokens_of_organiser ON tokens (organiser);
CREATE INDEX tokens_by_link ON tokens (link) WHERE link IS NOT NULL;
