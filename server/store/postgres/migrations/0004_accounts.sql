-- Who can come back: accounts, the browsers in which they are signed in, and the programs that have a key.

create table account (
  id text primary key,
  name text not null,
  about text not null default '',
  origin text not null check (origin in ('local', 'owner', 'token')),
  made_at bigint not null,
  seen_at bigint not null,
  -- A PNG of our own making.
  avatar bytea,
  avatar_version text,
  links int not null default 0,
  ended boolean not null default false
);

create table browser (
  -- Of the browser's key, by the server's: worth nothing without either.
  hash text primary key,
  account text not null references account on delete cascade,
  since bigint not null
);
create index browser_of_account on browser (account);

create table service_key (
  name text primary key,
  -- SHA-256 of the key.
  hash text not null unique,
  scopes jsonb not null,
  made_at bigint not null
);
