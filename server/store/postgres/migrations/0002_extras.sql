-- What a message carries besides its text: null for most.
alter table message add column extras jsonb;
