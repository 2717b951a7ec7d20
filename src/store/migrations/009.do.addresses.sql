-- Mail addresses, each for one thing alone: a receipt, or an outcome whose owner is asked back. They go with what they are for.
CREATE TABLE addresses (
  conversation text NOT NULL,
  id text NOT NULL,
  receipt bytea,
  outcome text,
  -- Null once it turned out to take no mail.
  address text,
  language text NOT NULL,
  news boolean NOT NULL,
  -- Of `streams.outcome_news`, and the day of the last letter about it.
  news_seen integer NOT NULL DEFAULT 0,
  news_on date,
  -- Until it is confirmed.
  code_hash bytea,
  code_until bigint,
  tries smallint NOT NULL DEFAULT 0,
  confirmed boolean NOT NULL DEFAULT false,
  -- The day an owner was last asked about.
  asked_for date,
  PRIMARY KEY (conversation, id),
  FOREIGN KEY (conversation, receipt) REFERENCES receipts (conversation, code_hash) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE UNIQUE INDEX addresses_of_receipt ON addresses (conversation, receipt);
CREATE UNIQUE INDEX addresses_of_outcome ON addresses (conversation, outcome);

-- What is still to be brought; a letter that was brought is not kept.
CREATE TABLE letters (
  conversation text NOT NULL,
  address text NOT NULL,
  question text NOT NULL,
  sort text NOT NULL,
  due_on date NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  not_before bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (conversation, address, question),
  FOREIGN KEY (conversation, address) REFERENCES addresses (conversation, id) ON DELETE CASCADE
);
CREATE INDEX letters_due ON letters (due_on);

-- How often a code was mailed to an address, or for a receipt, since a day: by hash.
CREATE TABLE mailed (
  who bytea PRIMARY KEY,
  since date NOT NULL,
  times smallint NOT NULL
);

-- How often something changed in what everybody may read of the outcomes.
ALTER TABLE streams ADD COLUMN outcome_news integer NOT NULL DEFAULT 0;
