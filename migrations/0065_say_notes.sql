-- Notes on files that providers sent, so that they can be said in the reader's language: `notes` are their English words.

alter table rooms.plans add column notes_said jsonb;
alter table rooms.corrections add column notes_said jsonb;
comment on column rooms.plans.notes_said is 'The notes as codes and facts, in the same order. Null: loaded by an earlier version, which kept English words alone.';
comment on column rooms.corrections.notes_said is 'The notes as codes and facts, in the same order. Null: filed with an earlier version, which kept English words alone.';
grant insert (notes_said) on rooms.corrections to gapmap_room;
