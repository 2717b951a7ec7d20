-- Every first page asks whether anybody leads yet.
CREATE INDEX devices_of_organiser ON devices (organiser) WHERE organiser IS NOT NULL;
