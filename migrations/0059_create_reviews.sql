-- What districts say of a collection once their file is accepted, and what its coordinator takes up of it. Those who take part in a
-- collection read and write it, under the role they have for that: nobody else, and no student is in it.
create schema reviews;
create table reviews.answers (
  collection_id integer not null references intake.collections on delete cascade,
  lea_id text not null check (lea_id ~ '^[0-9]{7}$'),
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  words text not null default '' check (length(words) <= 2000),
  answered_at timestamptz not null default now(),
  primary key (collection_id, lea_id)
);
comment on table reviews.answers is 'One row is what a district says of a collection, as it last said it.';
comment on column reviews.answers.answers is '{question: code}: of the five questions, those that were answered.';
comment on column reviews.answers.words is 'Refused before it is kept where it looks like data of a student.';

create table reviews.changes (
  collection_id integer not null references intake.collections on delete cascade,
  position smallint not null check (position between 1 and 20),
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  about text not null check (about <> ''),
  what text not null check (what <> '' and length(what) <= 300),
  written_at timestamptz not null default now(),
  written_by text not null check (written_by <> ''),
  primary key (collection_id, position)
);
comment on table reviews.changes is 'One row is something that a coordinator takes up of what districts said of a collection; districts of the next one read it.';
comment on column reviews.changes.about is 'A question, or words.';

alter table reviews.answers enable row level security;
alter table reviews.changes enable row level security;
create policy collect_reads on reviews.answers for select to gapmap_collect
  using (collect.is_coordinator() or collect.is_own(lea_id));
create policy district_adds on reviews.answers for insert to gapmap_collect with check (collect.is_own(lea_id));
create policy district_changes on reviews.answers for update to gapmap_collect
  using (collect.is_own(lea_id)) with check (collect.is_own(lea_id));
create policy own_state on reviews.answers as restrictive to gapmap_collect
  using (left(lea_id, 2) = places.own_state()) with check (left(lea_id, 2) = places.own_state());
create policy collect_reads on reviews.changes for select to gapmap_collect using (true);
create policy coordinator_adds on reviews.changes for insert to gapmap_collect with check (collect.is_coordinator());
create policy coordinator_removes on reviews.changes for delete to gapmap_collect using (collect.is_coordinator());
create policy own_state on reviews.changes as restrictive to gapmap_collect
  using (state_fips = places.own_state()) with check (state_fips = places.own_state());

grant usage on schema reviews to gapmap_collect;
grant select on reviews.answers, reviews.changes to gapmap_collect;
grant insert (collection_id, lea_id, answers, words), update (answers, words, answered_at) on reviews.answers to gapmap_collect;
grant insert (collection_id, position, about, what, written_by), delete on reviews.changes to gapmap_collect;

-- Whom a district asks while it works, as its coordinator wrote it.
alter table intake.collections add contact text not null default '' check (length(contact) <= 200);
comment on column intake.collections.contact is 'Whom districts call or write to: a name, a telephone number, an address of mail. Empty: nobody is named.';
grant insert (contact), update (contact) on intake.collections to gapmap_collect;
