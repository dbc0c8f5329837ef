-- Links into a named room beside the public one, and who came by which.

create table invite (
  room text not null references room on delete cascade,
  id text primary key,
  -- SHA-256 of its token.
  hash bytea not null unique,
  -- Null: as many as will.
  uses int,
  remaining int,
  expires bigint,
  role text,
  -- Whom alone it lets in.
  person text,
  note text not null,
  by text not null,
  name text not null,
  at bigint not null
);
create index invite_of_room on invite (room, at);
create index invite_of_person on invite (person) where person is not null;

create table invite_use (
  room text not null references room on delete cascade,
  -- One of those above, or `public`.
  invite text not null,
  person text not null,
  name text not null,
  at bigint not null,
  -- Turned out since.
  out boolean not null default false
);
-- One use is one person.
create unique index invite_used on invite_use (room, invite, person) where not out;
create index invite_use_of_room on invite_use (room, at);
create index invite_use_of_invite on invite_use (room, invite, at);
