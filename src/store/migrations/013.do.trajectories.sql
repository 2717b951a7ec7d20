-- A trajectory: conversations of one organiser that belong together. Its title is a text of its own, under its id, so that it is erased as all words are.
CREATE TABLE trajectories (
  id text PRIMARY KEY,
  organiser text NOT NULL,
  title text,
  made_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX trajectories_of_organiser ON trajectories (organiser);
-- A conversation belongs to one at most.
CREATE TABLE trajectory_conversations (
  conversation text PRIMARY KEY,
  trajectory text NOT NULL REFERENCES trajectories (id) ON DELETE CASCADE
);
CREATE INDEX trajectory_conversations_of ON trajectory_conversations (trajectory);
