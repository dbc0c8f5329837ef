-- What accounts are to each other: rooms of two, blocks, and groups.

-- A room of two accounts is kept without a name.
alter table room alter column name drop not null;

create table block (
  by text not null,
  person text not null,
  at bigint not null,
  primary key (by, person)
);

create table people_group (
  id text primary key,
  name text not null unique,
  made_at bigint not null
);

create table group_member (
  people_group text not null references people_group on delete cascade,
  person text not null,
  primary key (people_group, person)
);
