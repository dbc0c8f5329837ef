-- Named rooms: what they are, everything that was said in them, and who belongs to them.

create table room (
  id text primary key,
  name text not null,
  -- One numbering from the day it was named: cursors stay good over restarts.
  epoch text not null,
  record jsonb not null,
  -- SHA-256 of the public link that holds, if any.
  link bytea unique,
  named_at bigint not null
);

create table message (
  room text not null references room on delete cascade,
  id text not null,
  seq bigint not null,
  key text not null,
  by text not null,
  name text not null,
  text text not null,
  at bigint not null,
  edited bigint,
  deleted bigint,
  primary key (room, id),
  unique (room, seq),
  -- A retry of a client is the same message.
  unique (room, by, key)
);

create table fact (
  room text not null references room on delete cascade,
  seq bigint not null,
  id text not null unique,
  type text not null,
  message text,
  -- What this fact alone knows: the text of an edit, a role, a name.
  body jsonb,
  primary key (room, seq)
);
create index fact_of_message on fact (room, message);

create table member (
  room text not null references room on delete cascade,
  person text not null,
  name text not null,
  since bigint not null,
  -- The last message he has seen.
  read bigint not null default 0,
  primary key (room, person)
);
create index member_of_person on member (person);
