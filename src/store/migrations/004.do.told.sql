-- What people told about themselves: an age band, photographs, what they need, more time. Goes at closing. By seat, with the
-- number of the event of the last time they did.
CREATE TABLE told (
  conversation text NOT NULL,
  seat text NOT NULL,
  number integer NOT NULL,
  young boolean NOT NULL,
  photo boolean,
  needs text[] NOT NULL,
  slower boolean NOT NULL,
  PRIMARY KEY (conversation, seat)
);
