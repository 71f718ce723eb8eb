alter table collect.districts add column taken_back_at timestamptz;
comment on column collect.districts.taken_back_at is 'When the district took its accepted file back; null once another is accepted.';

alter table collect.certificates add column taken_back_at timestamptz;
comment on column collect.certificates.taken_back_at is 'When the district took back what it had accepted. What became of the raw bytes stays as it was attested.';

alter table collect.uploads drop constraint uploads_state_check;
alter table collect.uploads add constraint uploads_state_check check (
  state in ('receiving', 'received', 'checked', 'refused', 'accepted', 'accepted_with_notes', 'taken_back', 'discarded', 'abandoned')
);
