-- The few messages that carry files, to count a room's and to tell a leftover from one that is carried.
create index message_with_files on message (room) where extras ? 'files';
