-- Who has reacted to what, as it stands now; gone with the message.
create table reaction (
  room text not null,
  message text not null,
  person text not null,
  emoji text not null,
  -- Of the fact by which it was given; less than nothing if that was before the room had a name.
  seq bigint not null,
  primary key (room, message, person, emoji),
  foreign key (room, message) references message on delete cascade
);

-- With an edit stands what it replaced, and no longer what it put there: that stands in the message, or is what the
-- next one replaced.
update fact set body = (body - 'text') || coalesce(
  (select jsonb_build_object('was', jsonb_build_object('text', f.body -> 'text', 'at', f.body -> 'at'))
   from fact f
   where f.room = fact.room and f.message = fact.message and f.type = 'chat.edited' and f.seq < fact.seq
     and f.body ? 'text'
   order by f.seq desc limit 1),
  '{}')
where type = 'chat.edited';
