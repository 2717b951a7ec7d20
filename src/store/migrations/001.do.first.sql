-- Tables of a conversation lead with its id in every key, so that they can be partitioned by it unchanged.

CREATE TABLE conversations (
  id text PRIMARY KEY,
  organiser text NOT NULL,
  facilitator_seat text NOT NULL,
  format jsonb NOT NULL,
  rehearsal boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX conversations_of_organiser ON conversations (organiser);

-- The row that is locked by whoever appends. Beside the last number stands what must be found without folding.
CREATE TABLE streams (
  conversation text PRIMARY KEY,
  last integer NOT NULL,
  status text NOT NULL,
  title text,
  due_at bigint
);
CREATE INDEX streams_due ON streams (due_at) WHERE due_at IS NOT NULL;

-- No time and no person: an event says what happened, nothing more.
CREATE TABLE events (
  conversation text NOT NULL,
  number integer NOT NULL,
  type text NOT NULL,
  version smallint NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (conversation, number)
);

-- The only table that holds what people wrote. Erased words are null.
CREATE TABLE texts (
  conversation text NOT NULL,
  id text NOT NULL,
  words text,
  PRIMARY KEY (conversation, id)
);

-- Who wrote which entry (or is ready at which place), by the event it came with. Goes at sealing.
CREATE TABLE authors (
  conversation text NOT NULL,
  number integer NOT NULL,
  part smallint NOT NULL,
  entry text,
  ready text,
  seat text NOT NULL,
  PRIMARY KEY (conversation, number, part)
);

-- What an accepted action was answered, for those who ask the same again. Goes at sealing.
CREATE TABLE answers (
  conversation text NOT NULL,
  asker text NOT NULL,
  action text NOT NULL,
  body_hash text NOT NULL,
  answer jsonb NOT NULL,
  PRIMARY KEY (conversation, asker, action)
);

-- Secret ballots while their run is open: no seat, no time, no action id. Both tables are emptied by the tally.
CREATE TABLE ballot_keys (
  conversation text NOT NULL,
  run text NOT NULL,
  key bytea NOT NULL,
  PRIMARY KEY (conversation, run)
);
CREATE TABLE ballots (
  conversation text NOT NULL,
  run text NOT NULL,
  ballot bytea NOT NULL,
  input text NOT NULL,
  choice jsonb NOT NULL,
  PRIMARY KEY (conversation, run, ballot)
);

-- A cache of folded states, in parts; thrown away freely.
CREATE TABLE snapshots (
  conversation text NOT NULL,
  number integer NOT NULL,
  part integer NOT NULL,
  rules_version integer NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (conversation, number, part)
);

-- The seat and the key of its tags go at sealing; then only the code itself finds its cards.
CREATE TABLE receipts (
  conversation text NOT NULL,
  code_hash bytea NOT NULL,
  seat text,
  tag_key bytea,
  ends_on date NOT NULL,
  PRIMARY KEY (conversation, code_hash)
);
CREATE UNIQUE INDEX receipts_by_code ON receipts (code_hash);
CREATE UNIQUE INDEX receipts_by_seat ON receipts (conversation, seat);
CREATE TABLE owner_tags (
  conversation text NOT NULL,
  tag bytea NOT NULL,
  PRIMARY KEY (conversation, tag)
);

-- Joining by typed word or scanned code. Both are shown on the wall for all to see, so neither is hashed.
CREATE TABLE join_codes (
  conversation text PRIMARY KEY,
  code text NOT NULL,
  secret text NOT NULL UNIQUE,
  ended boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX join_codes_in_use ON join_codes (code) WHERE NOT ended;

-- People reach seats through devices; secrets are kept as hashes.
CREATE TABLE devices (
  id text PRIMARY KEY,
  secret_hash bytea NOT NULL UNIQUE,
  organiser text,
  link text
);
CREATE INDEX devices_by_link ON devices (link) WHERE link IS NOT NULL;
CREATE TABLE device_seats (
  conversation text NOT NULL,
  seat text NOT NULL,
  device text NOT NULL,
  link text,
  PRIMARY KEY (conversation, seat, device)
);
CREATE INDEX device_seats_by_device ON device_seats (device);
CREATE INDEX device_seats_by_link ON device_seats (link) WHERE link IS NOT NULL;

CREATE TABLE links (
  id text PRIMARY KEY,
  kind text NOT NULL,
  secret_hash bytea NOT NULL UNIQUE,
  organiser text,
  made_by text,
  conversation text,
  seat text
);
CREATE INDEX links_to_conversation ON links (conversation);

-- What was taken away from which device, numbered in the order of commit, so that every process hears of all.
CREATE TABLE revocations (
  number integer PRIMARY KEY,
  device text NOT NULL,
  conversation text,
  seat text
);

-- Chosen once for this house: the salt of its receipt codes.
CREATE TABLE salts (
  purpose text PRIMARY KEY,
  salt bytea NOT NULL
);
