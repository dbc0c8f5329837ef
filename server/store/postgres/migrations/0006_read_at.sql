-- When the last message that somebody has seen was seen.
alter table member add column read_at bigint not null default 0;
