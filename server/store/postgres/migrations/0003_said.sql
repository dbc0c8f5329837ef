-- That something was said stands with the messages and nowhere else: one row for each, not two.
delete from fact where type = 'chat.said';

-- Only what was edited is looked for by its message.
drop index fact_of_message;
create index fact_of_edit on fact (room, message) where type = 'chat.edited';
