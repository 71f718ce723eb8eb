-- Once a round is unsealed, staff ask a bidder to clarify its proposal, and give points by the round's criteria. The proposal stays as it was submitted.
create table proposals.clarifications (
  id integer generated always as identity primary key,
  proposal_id integer not null references proposals.proposals on delete cascade,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  question text not null check (question <> '' and length(question) <= 2000),
  asked_at timestamptz not null default clock_timestamp(),
  asked_by text not null check (asked_by <> '' and length(asked_by) <= 200),
  answer_by timestamptz not null,
  answer text check (answer <> '' and length(answer) <= 4000),
  answered_at timestamptz,
  answered_by text check (answered_by <> '' and length(answered_by) <= 200),
  check (answer_by > asked_at),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
comment on table proposals.clarifications is 'One row is what staff ask a bidder about its opened proposal, and its answer. Nobody else reads it.';
comment on column proposals.clarifications.answer_by is 'From then on no answer is taken.';
create index clarifications_of_proposal on proposals.clarifications (proposal_id, id);

create table proposals.scores (
  proposal_id integer not null references proposals.proposals on delete cascade,
  alternative smallint not null check (alternative in (1, 2)),
  criterion smallint not null check (criterion between 1 and 12),
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  points smallint not null check (points between 0 and 100),
  reason text not null check (reason <> '' and length(reason) <= 1000),
  scored_at timestamptz not null default clock_timestamp(),
  who text not null check (who <> '' and length(who) <= 200),
  person_id integer,
  token_id integer,
  check (num_nonnulls(person_id, token_id) = 1),
  unique nulls not distinct (proposal_id, alternative, criterion, person_id, token_id)
);
comment on table proposals.scores is 'One row is the points that one evaluator gives an alternative by one criterion of its round, with the reason.';
comment on column proposals.scores.criterion is 'Its place in rounds.rounds.scoring, from 1: that has not changed since the deadline.';
comment on column proposals.scores.points is '0: worst, 100: best.';

do $$
declare
  name text;
begin
  foreach name in array array['clarifications', 'scores'] loop
    execute format('alter table proposals.%I enable row level security', name);
    execute format(
      'create policy own_state on proposals.%I as restrictive to gapmap_buyer, gapmap_bidder using (state_fips = places.own_state()) with check (state_fips = places.own_state())',
      name
    );
  end loop;
end
$$;
create policy reached_rows on proposals.clarifications for select to gapmap_bidder, gapmap_buyer
  using (proposal_id in (select id from proposals.proposals));
create policy staff_asks on proposals.clarifications for insert to gapmap_buyer
  with check (proposal_id in (select id from proposals.proposals) and answer is null and clock_timestamp() < answer_by);
create policy own_answers on proposals.clarifications for update to gapmap_bidder
  using (proposal_id in (select id from proposals.proposals) and answer is null and clock_timestamp() < answer_by)
  with check (answer is not null);
create policy staff_rows on proposals.scores to gapmap_buyer
  using (proposal_id in (select id from proposals.proposals)) with check (proposal_id in (select id from proposals.proposals));

grant select on proposals.clarifications, proposals.scores to gapmap_buyer;
grant select on proposals.clarifications to gapmap_bidder;
grant insert (proposal_id, question, asked_by, answer_by) on proposals.clarifications to gapmap_buyer;
grant update (answer, answered_at, answered_by) on proposals.clarifications to gapmap_bidder;
grant insert (proposal_id, alternative, criterion, points, reason, who, person_id, token_id),
  update (points, reason, who, scored_at) on proposals.scores to gapmap_buyer;
