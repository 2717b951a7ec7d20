-- Tickets for at the door: each leads to one seat. Of what is printed on them only hashes are kept; seat and claim go at sealing.
CREATE TABLE tickets (
  conversation text NOT NULL,
  number integer NOT NULL,
  secret_hash bytea NOT NULL,
  seat text,
  claim text,
  ended boolean NOT NULL DEFAULT false,
  ends_on date NOT NULL,
  PRIMARY KEY (conversation, number)
);
CREATE UNIQUE INDEX tickets_by_secret ON tickets (secret_hash);

-- Whether the code is the one that was printed.
ALTER TABLE receipts ADD COLUMN on_ticket boolean NOT NULL DEFAULT false;
